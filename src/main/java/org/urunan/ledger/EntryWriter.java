package org.urunan.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Transaction;
import org.urunan.money.Address;

/** Stores entries with their donors, totals and days, what did not count, and what went out. */
final class EntryWriter {

    private final Transaction transaction;
    private final Ids ids;
    private final @Nullable FirstBackfill backfill;

    /**
     * @param backfill null unless the ledger is being filled for the first time
     */
    EntryWriter(Transaction transaction, Ids ids, @Nullable FirstBackfill backfill) {
        this.transaction = transaction;
        this.ids = ids;
        this.backfill = backfill;
    }

    /**
     * @param times of their blocks, by number
     */
    void write(List<NewEntry> entries, Map<Long, Long> times) {
        if (entries.isEmpty()) {
            return;
        }
        Set<Integer> created = new HashSet<>();
        var addresses = entries.stream().map(NewEntry::donor).collect(Collectors.toSet());
        var donors = ids.donors(transaction, addresses, created);
        var keys = entries.stream().map(entry -> key(entry, donors)).toList();
        var asked = new ArrayList<Firsts.@Nullable Key>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            asked.add(entries.get(i).isSelf() ? null : keys.get(i));
        }
        var firsts =
                backfill == null ? Firsts.of(transaction, asked, created) : backfill.firsts(asked);
        insert(entries, keys, firsts);
        addToTotals(entries, keys, firsts);
        addToDays(entries, keys, times);
    }

    void writeRejections(List<NewRejection> rejections) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var each : rejections) {
            rows.add(
                    new @Nullable Object[] {
                        each.position(),
                        each.txHash(),
                        each.campaign(),
                        each.beneficiary(),
                        each.donor(),
                        each.token(),
                        each.amount(),
                        (short) each.reason().code()
                    });
        }
        transaction.changeAll(
                """
                insert into rejected (position, tx_hash, campaign, beneficiary, donor, token,
                    amount, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    void writeOutgoing(List<NewOutgoing> outgoing) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var each : outgoing) {
            rows.add(
                    new Object[] {
                        each.position(),
                        ids.beneficiary(each.beneficiary()),
                        ids.token(each.token()),
                        each.to(),
                        each.txHash(),
                        each.amount()
                    });
        }
        transaction.changeAll(
                """
                insert into outgoing (position, beneficiary, token, to_address, tx_hash, amount)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    private Firsts.Key key(NewEntry entry, Map<Address, Integer> donors) {
        return new Firsts.Key(
                donors.getOrDefault(entry.donor(), 0),
                ids.token(entry.token()),
                ids.beneficiary(entry.beneficiary()),
                campaign(entry));
    }

    private void insert(List<NewEntry> entries, List<Firsts.Key> keys, List<Integer> firsts) {
        var rows = new ArrayList<StoredEntry>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var key = keys.get(i);
            rows.add(
                    new StoredEntry(
                            entry.position(),
                            entry.txHash(),
                            key.beneficiary(),
                            key.donor(),
                            key.token(),
                            key.campaign(),
                            entry.way(),
                            firsts.get(i).shortValue(),
                            entry.isSelf(),
                            entry.isAfterClosing(),
                            entry.amount()));
        }
        StoredEntry.insert(transaction, rows);
    }

    private void addToTotals(List<NewEntry> entries, List<Firsts.Key> keys, List<Integer> firsts) {
        var deltas = new TotalDeltas();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var key = keys.get(i);
            if (!entry.isSelf()) {
                deltas.add(
                        1,
                        key.campaign(),
                        key.beneficiary(),
                        key.token(),
                        entry.amount(),
                        firsts.get(i));
            }
        }
        deltas.write(transaction);
    }

    private void addToDays(List<NewEntry> entries, List<Firsts.Key> keys, Map<Long, Long> times) {
        var deltas = new DailyDeltas(times);
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var key = keys.get(i);
            if (!entry.isSelf()) {
                deltas.add(1, key.campaign(), key.beneficiary(), entry.position());
            }
        }
        deltas.write(transaction);
    }

    private @Nullable Integer campaign(NewEntry entry) {
        return entry.campaign() == null ? null : ids.campaign(entry.campaign());
    }
}
