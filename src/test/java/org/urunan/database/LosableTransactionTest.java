package org.urunan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.support.TestDatabase;
import org.urunan.support.TestDatabase.Kind;

class LosableTransactionTest {

    private static final String ASKED = "select current_setting('synchronous_commit')";

    @Test
    void onlyTheOneThatMayBeLostDoesNotWaitForTheDisk() {
        try (var source = TestDatabase.of(Kind.POSTGRESQL)) {
            var database = new Database(source);
            var during =
                    database.write(
                            transaction -> {
                                transaction.mayBeLost();
                                return setting(transaction);
                            });
            var after = database.write(LosableTransactionTest::setting);
            assertThat(List.of(during, after)).containsExactly("off", "on");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsThereWhenNothingFails(Kind kind) {
        try (var source = TestDatabase.of(kind)) {
            source.execute("create table gift (id bigint primary key)");
            var changed =
                    new Database(source)
                            .write(
                                    transaction -> {
                                        transaction.mayBeLost();
                                        return transaction.change("insert into gift values (7)");
                                    });
            assertThat(changed).isOne();
            assertThat(source.rows("select id from gift")).containsExactly(List.of("7"));
        }
    }

    private static String setting(Snapshot snapshot) {
        return snapshot.first(ASKED, row -> row.text(1)).orElseThrow();
    }
}
