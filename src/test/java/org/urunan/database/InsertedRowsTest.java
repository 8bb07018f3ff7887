package org.urunan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.money.Hash;
import org.urunan.support.TestDatabase;
import org.urunan.support.TestDatabase.Kind;

/** Few rows are inserted, many are copied where the database can: what is stored is the same. */
class InsertedRowsTest {

    private static final String TABLE =
            """
            create table sample (
                id     bigint primary key,
                parent bigint,
                number integer not null,
                small  smallint not null,
                truth  boolean not null,
                bytes  bytea not null,
                amount numeric(78, 0) not null
            )
            """;
    private static final List<String> COLUMNS =
            List.of("id", "parent", "number", "small", "truth", "bytes", "amount");
    private static final String STORED =
            "select %s from sample order by id".formatted(String.join(", ", COLUMNS));

    @ParameterizedTest
    @EnumSource
    void manyRowsAreStoredAsTheyAre(Kind kind) {
        check(kind, 3_000);
    }

    @ParameterizedTest
    @EnumSource
    void fewRowsAreStoredAsTheyAre(Kind kind) {
        check(kind, 300);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedRowKeepsAllOfThemOut(Kind kind) {
        try (var source = TestDatabase.of(kind)) {
            source.execute(TABLE);
            var database = new Database(source);
            var rows = rows(2_000);
            rows.add(rows.getFirst());
            assertThatThrownBy(() -> write(database, rows)).isInstanceOf(DatabaseException.class);
            write(database, rows.subList(0, 10));
            assertThat(stored(database)).hasSize(10);
        }
    }

    private static void check(Kind kind, int count) {
        try (var source = TestDatabase.of(kind)) {
            source.execute(TABLE);
            var database = new Database(source);
            var rows = rows(count);
            write(database, rows);
            var expected = rows.stream().map(Arrays::asList).toList();
            assertThat(stored(database)).isEqualTo(expected);
        }
    }

    private static int write(Database database, List<@Nullable Object[]> rows) {
        return database.write(
                transaction -> {
                    transaction.insertAll("sample", COLUMNS, rows);
                    return rows.size();
                });
    }

    private static List<List<@Nullable Object>> stored(Database database) {
        return database.read(
                snapshot ->
                        snapshot.list(
                                STORED,
                                row ->
                                        Arrays.<@Nullable Object>asList(
                                                row.number(1),
                                                row.numberOrNull(2),
                                                row.integer(3),
                                                (short) row.integer(4),
                                                row.truth(5),
                                                row.hash(6),
                                                row.amount(7))));
    }

    private static List<@Nullable Object[]> rows(int count) {
        var random = new Random(count);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var i = 0; i < count; i++) {
            var hash = new byte[32];
            random.nextBytes(hash);
            rows.add(
                    new @Nullable Object[] {
                        ((long) i << 40) - 1_000,
                        i % 5 == 0 ? null : (Long) random.nextLong(),
                        random.nextInt(),
                        (short) random.nextInt(),
                        random.nextBoolean(),
                        Hash.of(hash),
                        amount(i, random)
                    });
        }
        return rows;
    }

    /** Every length up to the largest uint256, with zeros in the middle and at the end. */
    private static BigInteger amount(int i, Random random) {
        return switch (i % 4) {
            case 0 -> BigInteger.ONE.shiftLeft(i % 257).subtract(BigInteger.ONE);
            case 1 -> BigInteger.TEN.pow(i % 78);
            case 2 -> BigInteger.TEN.pow(i % 78).negate();
            default -> new BigInteger(i % 257, random);
        };
    }
}
