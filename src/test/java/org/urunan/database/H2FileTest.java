package org.urunan.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {

    private static final int ROWS = 20_000;
    private static final int TRANSACTIONS = 3_000;

    /** What is free is written to at once, or the test would last as long as it takes. */
    private static final String SETTINGS = ";RETENTION_TIME=0";

    @TempDir Path folder;

    @Test
    void aFileThatIsWrittenToForeverDoesNotGrowForever() throws SQLException, IOException {
        try (var source = open()) {
            var database = new Database(source);
            fill(database);
            var filled = size();
            for (var i = 0; i < 3; i++) {
                change(database);
            }

            assertThat(size()).isLessThan(4 * filled);
        }
    }

    @Test
    void whoReadsMeanwhileReadsWhatWasThere() throws SQLException {
        try (var source = open()) {
            var database = new Database(source);
            fill(database);

            var sum =
                    database.read(
                            snapshot -> {
                                var before = sum(snapshot);
                                change(database);
                                assertThat(sum(snapshot)).isEqualTo(before);
                                return before;
                            });

            assertThat(database.<Long>read(H2FileTest::sum)).isNotEqualTo(sum);
        }
    }

    private static long sum(Snapshot snapshot) {
        return snapshot.list("select amount from kept order by id", row -> row.number(1)).stream()
                .mapToLong(each -> each)
                .sum();
    }

    private static void fill(Database database) {
        database.write(
                transaction -> {
                    transaction.change("create table kept (id bigint primary key, amount bigint)");
                    transaction.change("create index kept_by_amount on kept (amount)");
                    return transaction.change(
                            "insert into kept select \"X\", \"X\" from system_range(1, %d)"
                                    .formatted(ROWS));
                });
    }

    /** One row a transaction, anywhere. */
    private static void change(Database database) {
        var random = new SplittableRandom(1);
        for (var i = 0; i < TRANSACTIONS; i++) {
            var id = random.nextInt(ROWS);
            var amount = random.nextInt(ROWS);
            database.write(
                    transaction ->
                            transaction.change(
                                    "update kept set amount = amount + ? where id = ?",
                                    amount,
                                    id));
        }
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("urunan.mv.db"));
    }

    private AgroalDataSource open() throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                pool ->
                                        pool.maxSize(4)
                                                .connectionFactoryConfiguration(
                                                        connection ->
                                                                connection
                                                                        .jdbcUrl(url())
                                                                        .connectionProviderClass(
                                                                                AnyDatabaseDriver
                                                                                        .class))));
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("urunan") + SETTINGS;
    }
}
