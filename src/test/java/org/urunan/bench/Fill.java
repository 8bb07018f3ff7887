package org.urunan.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.urunan.database.Database;
import org.urunan.database.Transaction;
import org.urunan.ledger.StoredEntry;
import org.urunan.ledger.Way;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * Writes entries into the blocks of a ledger that a node has begun, without any chain: what answers
 * cost with millions of entries is measured on it. Totals, days and tally are what that node would
 * have made of them, so that it has nothing left to do. {@code Fill <jdbc url> <entries>}
 */
final class Fill {

    private static final int FIRST_INDEX = 100_000;
    private static final int ENTRIES_PER_DONOR = 10;
    private static final int AT_ONCE = 10_000;

    private record Campaign(int id, int beneficiary) {}

    private final Transaction transaction;
    private final int entries;
    private final SplittableRandom random = new SplittableRandom(1);

    private Fill(Transaction transaction, int entries) {
        this.transaction = transaction;
        this.entries = entries;
    }

    public static void main(String... args) throws Exception {
        var began = System.nanoTime();
        var isPostgreSql = args[0].startsWith("jdbc:postgresql:");
        var entries = Integer.parseInt(args[1]);
        try (var source = Databases.open(args[0])) {
            new Database(source)
                    .write(
                            transaction -> {
                                var fill = new Fill(transaction, entries);
                                var indexes = isPostgreSql ? fill.dropIndexes() : List.<String>of();
                                fill.run(indexes);
                                return entries;
                            });
            if (isPostgreSql) {
                try (var connection = source.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("vacuum analyze");
                    statement.execute("checkpoint");
                }
            }
        }
        System.out.printf(
                "%,d entries written in %.1f s%n", entries, (System.nanoTime() - began) / 1e9);
    }

    private void run(List<String> indexes) {
        var firstDonor = writeDonors();
        writeEntries(firstDonor);
        indexes.forEach(this::execute);
        writeTotals();
        writeDays();
        writeTally();
    }

    /** An index made at the end costs a fraction of one that grows row by row. */
    private List<String> dropIndexes() {
        record Index(String name, String definition) {}
        var all =
                transaction.list(
                        """
                        select c.relname, pg_get_indexdef(c.oid) from pg_class c
                        where c.relkind = 'i' and c.relname like 'entry_by_%'
                        """,
                        row -> new Index(row.text(1), row.text(2)));
        all.forEach(index -> execute("drop index " + index.name()));
        return all.stream().map(Index::definition).toList();
    }

    private int writeDonors() {
        var first =
                transaction
                        .first("select coalesce(max(id), 0) + 1 from donor", row -> row.integer(1))
                        .orElseThrow();
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < donors(); i++) {
            rows.add(new Object[] {first + i, bytes(20)});
            if (rows.size() == AT_ONCE || i == donors() - 1) {
                transaction.insertAll("donor", List.of("id", "address"), rows);
                rows.clear();
            }
        }
        return first;
    }

    private int donors() {
        return Math.max(1, entries / ENTRIES_PER_DONOR);
    }

    private void writeEntries(int firstDonor) {
        var blocks =
                transaction.list(
                        "select number from block where used order by number",
                        row -> row.number(1));
        var campaigns =
                transaction.list(
                        "select id, beneficiary from campaign order by id",
                        row -> new Campaign(row.integer(1), row.integer(2)));
        var token =
                transaction
                        .first("select min(token) from entry", row -> (short) row.integer(1))
                        .orElseThrow();
        var rows = new ArrayList<StoredEntry>();
        for (var i = 0; i < entries; i++) {
            var block = blocks.get((int) ((long) i * blocks.size() / entries));
            rows.add(
                    entry(
                            Position.ofLog(block, FIRST_INDEX + i),
                            campaigns.get(random.nextInt(campaigns.size())),
                            firstDonor + random.nextInt(donors()),
                            token));
            if (rows.size() == AT_ONCE || i == entries - 1) {
                StoredEntry.insert(transaction, rows);
                rows.clear();
            }
        }
    }

    private StoredEntry entry(long position, Campaign campaign, int donor, short token) {
        return new StoredEntry(
                position,
                Hash.of(bytes(32)),
                campaign.beneficiary(),
                donor,
                token,
                campaign.id(),
                Way.CONTRACT,
                (short) 0,
                false,
                false,
                BigInteger.valueOf(random.nextLong(1, 1_000_000)).multiply(BigInteger.TEN.pow(16)));
    }

    private void writeTotals() {
        execute("delete from total");
        for (var scope : List.of("campaign", "-beneficiary", "0")) {
            execute(
                    """
                    insert into total (scope, token, amount, donations, donors)
                    select %1$s, token, sum(amount), count(*), count(distinct donor) from entry
                    where %1$s is not null and not self group by 1, 2
                    """
                            .formatted(scope));
        }
    }

    private void writeDays() {
        execute("delete from daily");
        for (var scope : List.of("campaign", "-beneficiary", "0")) {
            execute(
                    """
                    insert into daily (scope, day_number, donations)
                    select %1$s, k.time / 86400, count(*)
                    from entry e join block k on k.number = e.position / 67108864
                    where %1$s is not null and not self group by 1, 2
                    """
                            .formatted(scope));
        }
    }

    /** Everything in final blocks. */
    private void writeTally() {
        var last =
                Position.endOf(
                        transaction
                                .first("select finalised_number from cursor", row -> row.number(1))
                                .orElseThrow());
        execute("delete from tally");
        execute("delete from tallied");
        execute("insert into tallied (id, position) values (1, %d)".formatted(last));
        execute(
                """
                insert into tally (beneficiary, token, moved_at, received, sent)
                select beneficiary, token, max(position), sum(received), sum(sent)
                from (select beneficiary, token, position, amount as received, 0 as sent
                        from entry union all
                    select beneficiary, token, position, 0, amount from outgoing) moved
                where position <= %d group by 1, 2
                """
                        .formatted(last));
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void execute(String sql) {
        transaction.change(sql);
    }
}
