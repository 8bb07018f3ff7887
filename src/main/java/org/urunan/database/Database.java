package org.urunan.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens transactions on the one database, PostgreSQL or H2. */
@ApplicationScoped
public class Database {

    /** H2's own isolation level; JDBC has no constant for it. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource source;

    /**
     * H2 writes its file table after table, while transactions go on: of one that commits meanwhile
     * only a part is in the file, and if the process is killed then, that part is what is there for
     * ever (H2 2.4.240, as its authors know; {@code KilledWriterTest}). So it writes when a
     * transaction ends ({@link AnyDatabaseDriver}), transactions that write come one after the
     * other, and what it would tidy up meanwhile is tidied up between them ({@link H2File}).
     */
    private final ReentrantLock writingToH2 = new ReentrantLock(true);

    private final H2File h2File = new H2File();

    /** Null before anybody asked. */
    private volatile @Nullable Boolean isH2;

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
            return isH2()
                    ? readFromH2(connection, reading)
                    : inTransaction(connection, () -> readSnapshot(connection, reading));
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be read", e);
        }
    }

    /**
     * PostgreSQL takes the isolation with the transaction's beginning: one round trip, not four.
     */
    private static <T> T readSnapshot(Connection connection, Function<Snapshot, T> reading)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
        }
        return reading.apply(new Snapshot(connection));
    }

    private static <T> T readFromH2(Connection connection, Function<Snapshot, T> reading)
            throws SQLException {
        var before = connection.getTransactionIsolation();
        connection.setTransactionIsolation(H2_SNAPSHOT);
        try (Restoring _ = () -> connection.setTransactionIsolation(before)) {
            return inTransaction(connection, () -> reading.apply(new Snapshot(connection)));
        }
    }

    /** However the reading ends: the next one to get this connection may want to write. */
    private interface Restoring extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /**
     * All of {@code writing} happens, or nothing.
     *
     * @throws DatabaseException if the database fails; then nothing happened, except when it failed
     *     in the very act of committing: read again to know
     */
    public <T> T write(Function<Transaction, T> writing) {
        try {
            return isH2() ? writeAlone(writing) : writeOnce(writing);
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be written", e);
        }
    }

    private <T> T writeAlone(Function<Transaction, T> writing) throws SQLException {
        writingToH2.lock();
        try (var connection = source.getConnection()) {
            var result = inTransaction(connection, writing);
            h2File.written(connection);
            return result;
        } finally {
            writingToH2.unlock();
        }
    }

    private <T> T writeOnce(Function<Transaction, T> writing) throws SQLException {
        try (var connection = source.getConnection()) {
            return inTransaction(connection, writing);
        }
    }

    private static <T> T inTransaction(Connection connection, Function<Transaction, T> writing)
            throws SQLException {
        return inTransaction(connection, () -> writing.apply(new Transaction(connection)));
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var result = work.run();
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

    private boolean isH2() throws SQLException {
        var known = isH2;
        if (known == null) {
            try (var connection = source.getConnection()) {
                known = connection.getMetaData().getDatabaseProductName().equals("H2");
            }
            isH2 = known;
        }
        return known;
    }
}
