package org.urunan.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reading in one database transaction, in plain SQL. Parameters may be numbers, texts, {@code
 * Address}, {@code Hash}, {@code CampaignId}, {@code BigInteger}, bytes, null, and collections of
 * one of these (an SQL array). For one thread.
 */
public sealed class Snapshot permits Transaction {

    private static final int PLANS = 10;

    private final Connection connection;

    Snapshot(Connection connection) {
        this.connection = connection;
    }

    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        var all = new ArrayList<T>();
        each(sql, row -> all.add(reader.read(row)), parameters);
        return all;
    }

    public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Reads row by row. */
    public void each(String sql, Row.Reader<?> reader, @Nullable Object... parameters) {
        try (var statement = prepare(sql)) {
            Columns.bind(statement, parameters);
            try (var results = planned(statement::executeQuery)) {
                var row = new Row(results);
                while (results.next()) {
                    var _ = reader.read(row);
                }
            }
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Reads row by row into {@code consumer}. */
    public <T> void stream(
            String sql,
            Row.Reader<T> reader,
            Consumer<T> consumer,
            @Nullable Object... parameters) {
        each(
                sql,
                row -> {
                    consumer.accept(reader.read(row));
                    return true;
                },
                parameters);
    }

    final Connection connection() {
        return connection;
    }

    final PreparedStatement prepare(String sql) throws SQLException {
        return planned(() -> connection.prepareStatement(sql));
    }

    private interface Planning<T> {
        T run() throws SQLException;
    }

    /** H2 loses its way while it looks for a plan and somebody makes an index: it looks again. */
    private static <T> T planned(Planning<T> planning) throws SQLException {
        for (var plan = 1; ; plan++) {
            try {
                return planning.run();
            } catch (SQLException e) {
                if (plan == PLANS || !(e.getCause() instanceof ConcurrentModificationException)) {
                    throw e;
                }
            }
        }
    }

    static DatabaseException failure(String sql, SQLException cause) {
        return new DatabaseException("The database refused \"%s\"".formatted(sql), cause);
    }
}
