package org.urunan.support;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.urunan.database.AnyDatabaseDriver;

/**
 * An empty database with our schema, without Quarkus: H2 in memory, or a real PostgreSQL. Keeps
 * connections that are given back, as a pool does.
 */
public final class TestDatabase implements DataSource, AutoCloseable {

    /** What every test of the ledger runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AnyDatabaseDriver DRIVER = new AnyDatabaseDriver();

    private final String url;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private TestDatabase(String url) {
        this.url = url;
    }

    public static TestDatabase of(Kind kind) {
        var url =
                switch (kind) {
                    case H2 ->
                            "jdbc:h2:mem:test%d;DB_CLOSE_DELAY=-1"
                                    .formatted(DATABASES.incrementAndGet());
                    case POSTGRESQL -> PostgreSql.newDatabase();
                };
        return at(url);
    }

    /** With our schema, which must not be there yet. */
    public static TestDatabase at(String url) {
        var database = opened(url);
        database.execute(migration("V1__ledger.sql"));
        database.execute(migration("V2__content.sql"));
        return database;
    }

    /** As it is. */
    public static TestDatabase opened(String url) {
        return new TestDatabase(url);
    }

    public String url() {
        return url;
    }

    /** Forgets every row. */
    public void empty() {
        if (url.startsWith("jdbc:h2:")) {
            tables().forEach(table -> execute("truncate table " + table));
        } else {
            execute("truncate table " + String.join(", ", tables()));
        }
    }

    public void execute(String sql) {
        try (var connection = getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every row of an answer, its columns as text. */
    public List<List<String>> rows(String sql) {
        try (var connection = getConnection();
                var statement = connection.createStatement();
                var results = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (results.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    row.add(text(results.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = idle.poll();
        return pooled(connection != null ? connection : DRIVER.connect(url, new Properties()));
    }

    @Override
    public void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        if (url.startsWith("jdbc:h2:mem")) {
            execute("shutdown");
            idle.clear();
        }
    }

    private Connection pooled(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                if (!connection.isClosed()) {
                                    idle.push(connection);
                                }
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private List<String> tables() {
        return rows(
                        """
                        select table_name from information_schema.tables
                        where lower(table_schema) = 'public' order by table_name
                        """)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? HexFormat.of().formatHex(bytes)
                : String.valueOf(value);
    }

    private static String migration(String name) {
        try (var file = TestDatabase.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
