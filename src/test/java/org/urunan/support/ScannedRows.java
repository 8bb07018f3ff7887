package org.urunan.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * How many rows a database goes through for each statement, as it says itself: every statement is
 * explained, and undone, before it is executed. PostgreSQL is made to plan as it does for large
 * tables, by indexes wherever there is one that fits: of few rows it would rather read all.
 */
public final class ScannedRows {

    private static final Set<String> EXECUTING =
            Set.of("executeQuery", "executeUpdate", "addBatch");

    /** What reads no table of ours, or cannot be explained. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("\\s*(insert|create)\\b.*", Pattern.DOTALL);

    private static final Pattern OF_H2 = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern OF_POSTGRESQL =
            Pattern.compile("(?<!Bitmap Index )Scan .*\\(actual rows=([\\d.]+) loops=(\\d+)\\)");
    private static final Pattern LOOPS = Pattern.compile("loops=(\\d+)\\)");
    private static final Pattern REMOVED =
            Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");

    private record Parameter(Method method, Object[] arguments) {}

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private final DataSource real;
    private final Map<String, Long> counts = new TreeMap<>();

    public ScannedRows(DataSource real) {
        this.real = real;
    }

    /** The database, watched. */
    public DataSource source() {
        return proxy(
                DataSource.class,
                (method, arguments) ->
                        method.getName().equals("getConnection")
                                ? watched(real.getConnection())
                                : call(real, method, arguments));
    }

    /** By statement, since the last time; of several executions the sum. */
    public Map<String, Long> taken() {
        var taken = new TreeMap<>(counts);
        counts.clear();
        return taken;
    }

    private Connection watched(Connection connection) throws SQLException {
        if (isPostgreSql(connection)) {
            try (var statement = connection.createStatement()) {
                for (var way : List.of("seqscan", "hashjoin", "mergejoin")) {
                    statement.execute("set enable_%s = off".formatted(way));
                }
            }
        }
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    var result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                            ? watched(connection, statement, (String) arguments[0])
                            : result;
                });
    }

    private PreparedStatement watched(
            Connection connection, PreparedStatement statement, String sql) {
        var parameters = new ArrayList<Parameter>();
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().startsWith("set")) {
                        parameters.add(new Parameter(method, arguments));
                    } else if (EXECUTING.contains(method.getName())
                            && !LEFT_OUT.matcher(sql).matches()) {
                        counts.merge(sql, scanned(connection, sql, parameters), Long::sum);
                    }
                    return call(statement, method, arguments);
                });
    }

    private static long scanned(Connection connection, String sql, Iterable<Parameter> parameters)
            throws Throwable {
        var isPostgreSql = isPostgreSql(connection);
        var how = isPostgreSql ? "(analyze, costs off, timing off, summary off)" : "analyze";
        var before = connection.setSavepoint();
        try (var explaining = connection.prepareStatement("explain %s %s".formatted(how, sql))) {
            for (var parameter : parameters) {
                call(explaining, parameter.method(), parameter.arguments());
            }
            var plan = new StringBuilder();
            try (var rows = explaining.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return isPostgreSql ? ofPostgreSql(plan.toString()) : ofH2(plan.toString());
        } finally {
            connection.rollback(before);
        }
    }

    private static long ofH2(String plan) {
        return OF_H2.matcher(plan).results().mapToLong(it -> Long.parseLong(it.group(1))).sum();
    }

    /** Rows are told for one loop, on the average; those removed belong to the node above. */
    private static long ofPostgreSql(String plan) {
        var sum = 0.0;
        var loops = 1L;
        for (var line : plan.split("\n")) {
            var node = LOOPS.matcher(line);
            loops = node.find() ? Long.parseLong(node.group(1)) : loops;
            var scan = OF_POSTGRESQL.matcher(line);
            sum += scan.find() ? loops * Double.parseDouble(scan.group(1)) : 0;
            var removed = REMOVED.matcher(line);
            sum += removed.find() ? loops * Double.parseDouble(removed.group(1)) : 0;
        }
        return Math.round(sum);
    }

    private static boolean isPostgreSql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        ScannedRows.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> handler.handle(method, arguments)));
    }
}
