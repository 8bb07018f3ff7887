package org.urunan.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One database transaction that may change rows. */
public final class Transaction extends Snapshot {

    Transaction(Connection connection) {
        super(connection);
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public int change(String sql, @Nullable Object... parameters) {
        try (var statement = prepare(sql)) {
            Columns.bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** The same change for each of {@code rows}, in few round trips. */
    public void changeAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = prepare(sql)) {
            for (var row : rows) {
                Columns.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }
}
