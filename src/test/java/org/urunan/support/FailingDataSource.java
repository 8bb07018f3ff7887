package org.urunan.support;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database that goes away at the n-th thing asked of it (a statement, a commit), as if the
 * process had been killed there: the transaction is rolled back, and its connection is dead. A
 * commit can also be lost after it happened. Used up after one failure.
 */
public final class FailingDataSource implements DataSource {

    private static final Set<String> COUNTED =
            Set.of("executeQuery", "executeUpdate", "executeBatch", "execute", "commit");

    private final DataSource real;
    private final boolean failsAfterCommits;
    private long left;
    private boolean hasFailed;

    /**
     * @param n counted from 1
     * @param failsAfterCommits whether a commit that fails has happened all the same
     */
    public FailingDataSource(DataSource real, long n, boolean failsAfterCommits) {
        this.real = real;
        this.left = n;
        this.failsAfterCommits = failsAfterCommits;
    }

    public boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = new Wrapped(real.getConnection());
        return proxy(Connection.class, connection);
    }

    private final class Wrapped implements InvocationHandler {

        private final Connection connection;
        private boolean isDead;

        private Wrapped(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                if (!isDead) {
                    connection.close();
                }
                return null;
            }
            var result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(
                            PreparedStatement.class,
                            (_, inner, values) -> call(statement, inner, values))
                    : result;
        }

        private Object call(Object target, Method method, Object[] arguments) throws Throwable {
            if (isDead) {
                throw new SQLException("This connection is gone");
            }
            var isLast = COUNTED.contains(method.getName()) && --left == 0;
            if (isLast && !(failsAfterCommits && method.getName().equals("commit"))) {
                throw die();
            }
            try {
                var result = method.invoke(target, arguments);
                if (isLast) {
                    throw die();
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private SQLException die() throws SQLException {
            isDead = true;
            hasFailed = true;
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.close();
            return new SQLException("The database went away, as planned");
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        FailingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
