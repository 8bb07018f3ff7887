package org.urunan.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whoever holds it writes the ledger. On PostgreSQL it is an advisory lock, held by a connection of
 * its own, so it is free again the moment its node is gone. H2 has one process alone, and so one
 * writer.
 */
public final class WriterLock implements AutoCloseable {

    /** "urunan" in ASCII. */
    private static final long KEY = 0x7572756e616eL;

    private static final int PATIENCE_SECONDS = 2;

    private final Connection connection;
    private final boolean isShared;

    private WriterLock(Connection connection, boolean isShared) {
        this.connection = connection;
        this.isShared = isShared;
    }

    /**
     * @return empty while another node holds it
     * @throws DatabaseException if the database fails
     */
    public static Optional<WriterLock> tryAcquire(DataSource source) {
        try {
            var connection = source.getConnection();
            try {
                return tryAcquire(connection);
            } catch (SQLException e) {
                closeAfter(e, connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException("The lock of the writer could not be asked for", e);
        }
    }

    private static void closeAfter(SQLException failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static Optional<WriterLock> tryAcquire(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            connection.close();
            return Optional.of(new WriterLock(connection, false));
        }
        if (isTrue(connection, "select pg_try_advisory_lock(%d)")) {
            return Optional.of(new WriterLock(connection, true));
        }
        connection.close();
        return Optional.empty();
    }

    /** Whether it is still ours; it is lost with its connection. */
    public boolean isHeld() {
        try {
            return !isShared || connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Lets another node write. */
    @Override
    public void close() {
        if (!isShared) {
            return;
        }
        try (connection) {
            isTrue(connection, "select pg_advisory_unlock(%d)");
        } catch (SQLException e) {
            throw new DatabaseException("The lock of the writer went with its connection", e);
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var results = statement.executeQuery(sql.formatted(KEY))) {
            return results.next() && results.getBoolean(1);
        }
    }
}
