package org.urunan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.support.TestDatabase;

class DatabaseTest {

    @ParameterizedTest
    @EnumSource
    void howeverAReadingEndsItsConnectionIsGivenBackAsItWas(TestDatabase.Kind kind)
            throws SQLException {
        try (var source = TestDatabase.of(kind)) {
            var database = new Database(source);
            var before = connectionOf(source);

            database.read(snapshot -> snapshot.list("select 1", row -> row.integer(1)));
            assertThat(connectionOf(source)).isEqualTo(before);

            assertThatThrownBy(
                            () ->
                                    database.read(
                                            _ -> {
                                                throw new IllegalArgumentException("no such page");
                                            }))
                    .hasMessage("no such page");
            assertThat(connectionOf(source)).isEqualTo(before);

            assertThatThrownBy(() -> database.read(it -> it.list("select nothing", _ -> 1)))
                    .isInstanceOf(DatabaseException.class);
            assertThat(connectionOf(source)).isEqualTo(before);
        }
    }

    /** Isolation level and whether each statement is a transaction of its own. */
    private static List<Object> connectionOf(TestDatabase source) throws SQLException {
        try (var connection = source.getConnection()) {
            return List.of(connection.getTransactionIsolation(), connection.getAutoCommit());
        }
    }
}
