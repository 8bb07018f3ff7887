package org.urunan.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jboss.logging.Logger;

/**
 * Keeps H2's file small. Whatever changes H2 writes to a new place in it, everything of one
 * transaction together, and a place is free again only when nothing in it is in use any more. What
 * little is left in use in many places H2 moves together only in the background, where it must not
 * write ({@link Database}); if nobody did, the file would grow with every block for ever.
 *
 * <p>For one thread at a time.
 */
final class H2File {

    private static final Logger LOG = Logger.getLogger(H2File.class);

    /** Of the file; below it something is moved. */
    private static final int PERCENT_IN_USE = 50;

    private static final int TRANSACTIONS = 16;
    private static final int BYTES_AT_ONCE = 256 * 1024;
    private static final long AT_MOST_NANOS = 50_000_000;

    private int transactions;

    /** A transaction has been written; nobody writes until this returns, whatever it could do. */
    void written(Connection connection) {
        transactions++;
        if (transactions % TRANSACTIONS == 0) {
            try {
                compact(store(connection));
            } catch (SQLException | RuntimeException e) {
                LOG.warn("H2's file could not be kept small.", e);
            }
        }
    }

    private static void compact(MVStore store) {
        var began = System.nanoTime();
        while (System.nanoTime() - began < AT_MOST_NANOS
                && store.compact(PERCENT_IN_USE, BYTES_AT_ONCE)) {
            store.commit();
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
