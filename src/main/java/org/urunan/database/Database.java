package org.urunan.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Opens transactions on the one database, PostgreSQL or H2. */
@ApplicationScoped
public class Database {

    /** H2's own isolation level; JDBC has no constant for it. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * Everything that {@code reading} reads is of one moment, whatever is written meanwhile.
     *
     * @throws DatabaseException if the database fails
     */
    public <T> T read(Function<Snapshot, T> reading) {
        try (var connection = source.getConnection()) {
            var before = connection.getTransactionIsolation();
            connection.setTransactionIsolation(snapshotOf(connection));
            var result = inTransaction(connection, () -> reading.apply(new Snapshot(connection)));
            connection.setTransactionIsolation(before);
            return result;
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be read", e);
        }
    }

    /**
     * All of {@code writing} happens, or nothing.
     *
     * @throws DatabaseException if the database fails; then nothing happened, except when it failed
     *     in the very act of committing: read again to know
     */
    public <T> T write(Function<Transaction, T> writing) {
        try (var connection = source.getConnection()) {
            return inTransaction(connection, () -> writing.apply(new Transaction(connection)));
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be written", e);
        }
    }

    private static <T> T inTransaction(Connection connection, Supplier<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            var result = work.get();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** A connection that cannot roll back is gone, and the database rolls back by itself. */
    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static int snapshotOf(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2")
                ? H2_SNAPSHOT
                : Connection.TRANSACTION_REPEATABLE_READ;
    }
}
