package org.urunan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Campaigns;
import org.urunan.campaign.Statements;
import org.urunan.chain.BlockRef;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.TokenList;

/**
 * The ledger as of one block: everything that one view answers belongs together, whatever is
 * written meanwhile. For one thread, and only while {@link LedgerReads#read} runs.
 */
public final class LedgerView {

    private final Snapshot snapshot;
    private final LedgerStatus status;
    private final Entries entries;
    private final Totals totals;
    private final Days days;
    private final Spending spending;

    LedgerView(Snapshot snapshot, TokenList tokens) {
        this.snapshot = snapshot;
        this.status = Cursor.read(snapshot);
        this.entries = new Entries(snapshot, tokens, status);
        this.totals = new Totals(snapshot, tokens, status);
        this.days = new Days(snapshot);
        this.spending = new Spending(snapshot, tokens, status);
    }

    public LedgerStatus status() {
        return status;
    }

    /** When a writer last heard from the chain; null if never. */
    public @Nullable Instant heard() {
        return Cursor.heard(snapshot);
    }

    /** The block that all answers of this view belong to. */
    public BlockRef asOf() {
        return status.asOf();
    }

    /** Whether this view has what happened in the block, and not in another one of its number. */
    public boolean isRead(BlockRef block) {
        if (block.number() > asOf().number()) {
            return false;
        }
        // Of final blocks, those in which nothing happened are not stored.
        return snapshot.first(
                        "select hash from block where number = ?",
                        row -> row.hash(1),
                        block.number())
                .map(block.hash()::equals)
                .orElse(block.equals(asOf()) || status.isFinal(block.number()));
    }

    public LedgerPage page(LedgerQuery query) {
        return entries.page(query);
    }

    /** Every entry of the query, whatever its limit, in constant memory. */
    public void stream(LedgerQuery query, Consumer<LedgerEntry> consumer) {
        entries.stream(query, consumer);
    }

    /** The entries of a transaction, in its order. */
    public List<LedgerEntry> entriesIn(Hash txHash) {
        return entries.in(txHash);
    }

    /** What a transaction claimed that did not count, in its order. */
    public List<Rejection> rejectedIn(Hash txHash) {
        return entries.rejectedIn(txHash);
    }

    /** By token, in the token list's order. */
    public List<Total> totalsOf(CampaignId campaign) {
        return totals.of(campaign);
    }

    /** Everything a beneficiary received, for a campaign or not. */
    public List<Total> totalsOf(Address beneficiary) {
        return totals.of(beneficiary);
    }

    public List<Total> totalsOfEverything() {
        return totals.ofEverything();
    }

    /**
     * The last thirty days up to the campaign's last with a donation, oldest first; none if it
     * never had any.
     */
    public List<Day> daysOf(CampaignId campaign) {
        return days.of(campaign);
    }

    /** The same of everything a beneficiary received, for a campaign or not. */
    public List<Day> daysOf(Address beneficiary) {
        return days.of(beneficiary);
    }

    public List<Day> daysOfEverything() {
        return days.ofEverything();
    }

    /** What beneficiaries sent: where the money went. */
    public OutgoingPage outgoing(OutgoingQuery query) {
        return spending.page(query);
    }

    /** The outgoing transfers of a transaction, in its order. */
    public List<OutgoingTransfer> outgoingIn(Hash txHash) {
        return spending.in(txHash);
    }

    /**
     * Of every token that the beneficiary moved, as far as it was compared: in the token list's
     * order, each at a block of its own.
     */
    public List<Reconciliation> reconciliationsOf(Address beneficiary) {
        return spending.reconciliationsOf(beneficiary);
    }

    /** Whether the beneficiary has announced any campaign. */
    public boolean isKnown(Address beneficiary) {
        return snapshot.first(
                        "select id from beneficiary where address = ?",
                        row -> row.integer(1),
                        beneficiary)
                .isPresent();
    }

    /**
     * The digest over all entries up to and including a final block.
     *
     * @return empty if the block is not final here, or lies before the start block
     */
    public Optional<Hash> digestAt(long blockNumber) {
        if (!status.isFinal(blockNumber) || blockNumber < status.origin().startBlock() - 1) {
            return Optional.empty();
        }
        return Optional.of(Digests.at(snapshot, status.origin(), blockNumber));
    }

    /** As of the same block. */
    public Campaigns campaigns() {
        return new Campaigns(snapshot);
    }

    /** As of the same block. */
    public Statements statements() {
        return new Statements(snapshot);
    }

    /** For what others keep in the same database. */
    public Snapshot snapshot() {
        return snapshot;
    }
}
