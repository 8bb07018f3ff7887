package org.urunan.bench;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import org.urunan.database.AnyDatabaseDriver;
import org.urunan.database.Position;

/**
 * Writes entries into the blocks of a ledger that a node has begun, without any chain: what answers
 * cost with millions of entries is measured on it. Totals, days and tally are what that node would
 * have made of them, so that it has nothing left to do. {@code Fill <jdbc url> <user> <entries>}
 */
final class Fill {

    private static final int FIRST_INDEX = 100_000;
    private static final int ENTRIES_PER_DONOR = 10;
    private static final int AT_ONCE = 2_000;
    private static final short WAY_CONTRACT = 0;

    private record Campaign(int id, int beneficiary) {}

    private final Connection connection;
    private final int entries;
    private final SplittableRandom random = new SplittableRandom(1);

    private Fill(Connection connection, int entries) {
        this.connection = connection;
        this.entries = entries;
    }

    public static void main(String... args) throws SQLException {
        var properties = new Properties();
        if (!args[1].isEmpty()) {
            properties.setProperty("user", args[1]);
        }
        var began = System.nanoTime();
        try (var connection = new AnyDatabaseDriver().connect(args[0], properties)) {
            connection.setAutoCommit(false);
            new Fill(connection, Integer.parseInt(args[2])).run();
        }
        System.out.printf(
                "%,d entries written in %.1f s%n",
                Integer.parseInt(args[2]), (System.nanoTime() - began) / 1e9);
    }

    private void run() throws SQLException {
        var indexes = isPostgresql() ? dropIndexes() : List.<String>of();
        var firstDonor = writeDonors();
        writeEntries(firstDonor);
        for (var index : indexes) {
            execute(index);
        }
        writeTotals();
        writeDays();
        writeTally();
        connection.commit();
        if (isPostgresql()) {
            connection.setAutoCommit(true);
            execute("vacuum analyze");
            execute("checkpoint");
        }
    }

    private boolean isPostgresql() throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** An index made at the end costs a fraction of one that grows row by row. */
    private List<String> dropIndexes() throws SQLException {
        var definitions =
                strings(
                        "select indexdef from pg_indexes where tablename = 'entry' and indexname not like '%pkey'");
        for (var name :
                strings(
                        "select indexname from pg_indexes where tablename = 'entry' and indexname not like '%pkey'")) {
            execute("drop index " + name);
        }
        return definitions;
    }

    private int writeDonors() throws SQLException {
        var first = numbers("select coalesce(max(id), 0) + 1 from donor").getFirst().intValue();
        try (var insert =
                connection.prepareStatement("insert into donor (id, address) values (?, ?)")) {
            for (var i = 0; i < donors(); i++) {
                insert.setInt(1, first + i);
                insert.setBytes(2, bytes(20));
                add(insert, i);
            }
            insert.executeBatch();
        }
        return first;
    }

    private int donors() {
        return Math.max(1, entries / ENTRIES_PER_DONOR);
    }

    private void writeEntries(int firstDonor) throws SQLException {
        var blocks = numbers("select number from block where used order by number");
        var campaigns = campaigns();
        var token = numbers("select min(token) from entry").getFirst().shortValue();
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into entry (position, tx_key, beneficiary, donor, token, way, campaign, firsts, self,
                            after_closing, tx_hash, amount)
                        values (?, ?, ?, ?, ?, ?, ?, 0, false, false, ?, ?)
                        """)) {
            for (var i = 0; i < entries; i++) {
                var campaign = campaigns.get(random.nextInt(campaigns.size()));
                var txHash = bytes(32);
                var block = blocks.get((int) ((long) i * blocks.size() / entries));
                insert.setLong(1, Position.ofLog(block, FIRST_INDEX + i));
                insert.setLong(2, ByteBuffer.wrap(txHash).getLong());
                insert.setInt(3, campaign.beneficiary());
                insert.setInt(4, firstDonor + random.nextInt(donors()));
                insert.setShort(5, token);
                insert.setShort(6, WAY_CONTRACT);
                insert.setInt(7, campaign.id());
                insert.setBytes(8, txHash);
                insert.setBigDecimal(
                        9, BigDecimal.valueOf(random.nextLong(1, 1_000_000)).movePointRight(16));
                add(insert, i);
            }
            insert.executeBatch();
        }
    }

    private void writeTotals() throws SQLException {
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

    private void writeDays() throws SQLException {
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
    private void writeTally() throws SQLException {
        var last = Position.endOf(numbers("select finalised_number from cursor").getFirst());
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

    private List<Campaign> campaigns() throws SQLException {
        var all = new ArrayList<Campaign>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id, beneficiary from campaign order by id")) {
            while (rows.next()) {
                all.add(new Campaign(rows.getInt(1), rows.getInt(2)));
            }
        }
        return all;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void add(PreparedStatement insert, int i) throws SQLException {
        insert.addBatch();
        if (i % AT_ONCE == AT_ONCE - 1) {
            insert.executeBatch();
        }
    }

    private List<Long> numbers(String sql) throws SQLException {
        return strings(sql).stream().map(Long::valueOf).toList();
    }

    private List<String> strings(String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
