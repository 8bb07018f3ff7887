package org.urunan.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ChainUpdate.UpToDate;
import org.urunan.database.Transaction;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.TokenList;

/** One update within its database transaction: used once. */
final class LedgerUpdate {

    private final Transaction transaction;
    private final LedgerState state;
    private final TokenList tokens;
    private final Set<CampaignId> campaigns = new HashSet<>();
    private int added;
    private int removed;
    private boolean isFinalityMoved;

    LedgerUpdate(Transaction transaction, LedgerState state, TokenList tokens) {
        this.transaction = transaction;
        this.state = state;
        this.tokens = tokens;
    }

    LedgerChange apply(ChainUpdate update) {
        var before = state.cursor;
        switch (update) {
            case Appended appended -> append(appended);
            case Reorged reorged -> reorg(reorged);
            case Finalised finalised -> finalise(finalised.block());
            case UpToDate upToDate -> tellLatest(upToDate.latest());
        }
        return new LedgerChange(
                state.cursor,
                Set.copyOf(campaigns),
                added,
                removed,
                isFinalityMoved,
                !before.equals(state.cursor));
    }

    private void append(Appended update) {
        requireFollowing(update.parent());
        UpdateCheck.check(update);
        Cursor.move(transaction, state.cursor, update.last());
        var judgement =
                new LedgerRules(state.origin.contract(), tokens, state.announcements).judge(update);
        var blocks = new WrittenBlocks(update.blocks());
        blocks.write(transaction, judgement);
        new StatementWriter(transaction, state.ids).write(judgement.statements());
        var writer = new EntryWriter(transaction, state.ids, state.backfill);
        writer.write(judgement.entries(), blocks.times());
        writer.writeRejections(judgement.rejections());
        writer.writeOutgoing(judgement.outgoing());
        state.notFinal.append(update, judgement.entries());
        state.cursor = update.last();
        if (state.latest.number() <= state.cursor.number()) {
            state.latest = state.cursor;
        }
        added += judgement.entries().size();
        judgement.statements().forEach(statement -> campaigns.add(statement.campaign()));
        judgement.entries().forEach(this::touch);
    }

    /** The first update ever follows the block before the start block, whatever its hash. */
    private void requireFollowing(BlockRef parent) {
        var isFirst = Ledger.isNothing(state.cursor);
        if (isFirst ? parent.number() != state.cursor.number() : !parent.equals(state.cursor)) {
            throw new LedgerConflict(
                    "The update follows block %d, %s, but the ledger is at block %d, %s."
                            .formatted(
                                    parent.number(),
                                    parent.hash(),
                                    state.cursor.number(),
                                    state.cursor.hash()));
        }
    }

    private void reorg(Reorged update) {
        requireAncestor(update.ancestor());
        Cursor.move(transaction, state.cursor, update.ancestor());
        var rollback = new Rollback(transaction, update.ancestor());
        removed += rollback.removeEntries();
        var hadStatements = rollback.removeStatements();
        campaigns.addAll(rollback.touched());
        state.ids.forgetDonors();
        if (hadStatements) {
            state.forgetStatements(transaction);
        }
        state.notFinal.removeAbove(update.ancestor());
        state.cursor = update.ancestor();
        update.replacement().forEach(this::append);
    }

    private void requireAncestor(BlockRef ancestor) {
        var known = new HashMap<Long, Hash>();
        if (Ledger.isNothing(state.finalised) && ancestor.number() == state.finalised.number()) {
            // Nothing is final yet: the block before the first one stays, whatever its hash.
            return;
        }
        known.put(state.finalised.number(), state.finalised.hash());
        known.put(state.cursor.number(), state.cursor.hash());
        transaction.each(
                "select number, hash from block where number = ?",
                row -> known.put(row.number(1), row.hash(2)),
                ancestor.number());
        if (ancestor.number() < state.finalised.number()
                || ancestor.number() > state.cursor.number()
                || !known.getOrDefault(ancestor.number(), Hash.ZERO).equals(ancestor.hash())) {
            throw new LedgerConflict(
                    "The chain cannot be replaced above block %d, %s: this ledger is final up to block %d and has read up to block %d."
                            .formatted(
                                    ancestor.number(),
                                    ancestor.hash(),
                                    state.finalised.number(),
                                    state.cursor.number()));
        }
    }

    private void finalise(BlockRef block) {
        if (block.number() <= state.finalised.number()) {
            return;
        }
        requireRead(block);
        Cursor.finalise(transaction, state.cursor, state.finalised, block);
        state.notFinal.takeUpTo(transaction, state.finalised, block, state.cursor, this::digest);
        transaction.change(
                """
                delete from block
                where number > ? and number <= ? and not used and received = 0
                """,
                state.finalised.number(),
                block.number());
        state.finalised = block;
        isFinalityMoved = true;
    }

    private void digest(Collection<NotFinal.OfBlock> blocks) {
        state.digest = Digests.append(transaction, state.digest, blocks);
        blocks.forEach(each -> each.entries().forEach(this::touch));
    }

    private void requireRead(BlockRef block) {
        var stored =
                block.equals(state.cursor)
                        ? block.hash()
                        : transaction
                                .first(
                                        "select hash from block where number = ?",
                                        row -> row.hash(1),
                                        block.number())
                                .orElse(null);
        // Blocks below the finalised head are read in ranges, and most of them are not stored.
        if (block.number() > state.cursor.number()
                || (stored != null && !stored.equals(block.hash()))) {
            throw new LedgerConflict(
                    "Block %d, %s cannot be final: this ledger has not read it."
                            .formatted(block.number(), block.hash()));
        }
    }

    private void tellLatest(BlockRef latest) {
        if (!latest.equals(state.latest)) {
            Cursor.tellLatest(transaction, latest);
            state.latest = latest;
        }
    }

    private void touch(NewEntry entry) {
        Stream.ofNullable(entry.campaign()).forEach(campaigns::add);
    }
}
