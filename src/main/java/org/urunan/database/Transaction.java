package org.urunan.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** One database transaction that may change rows. */
public final class Transaction extends Snapshot {

    /** From so many rows on a copy is faster than its two round trips more. */
    private static final int MANY = 1_000;

    Transaction(Connection connection) {
        super(connection);
    }

    /**
     * Nobody waits until this transaction is on the disk: if the database's machine fails within
     * the next second, it has never been, as a whole. For what will be read from the chain again.
     * PostgreSQL only; H2 writes as ever.
     */
    public void mayBeLost() {
        try {
            if (isPostgreSql()) {
                change("set local synchronous_commit = off");
            }
        } catch (SQLException e) {
            throw failure("set local synchronous_commit", e);
        }
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

    /**
     * Adds rows to a table.
     *
     * @param columns in the order of the values, which have exactly their types
     */
    public void insertAll(String table, List<String> columns, List<@Nullable Object[]> rows) {
        var target = "%s (%s)".formatted(table, String.join(", ", columns));
        try {
            if (rows.size() >= MANY && isPostgreSql()) {
                CopiedRows.write(connection(), target, rows);
                return;
            }
        } catch (SQLException e) {
            throw failure("copy " + target, e);
        }
        var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        changeAll("insert into %s values (%s)".formatted(target, marks), rows);
    }

    /** Whether what only PostgreSQL can do is possible. */
    private boolean isPostgreSql() throws SQLException {
        return connection().isWrapperFor(PGConnection.class);
    }
}
