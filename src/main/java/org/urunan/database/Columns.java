package org.urunan.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** How our values become what JDBC takes. A collection becomes an array. */
final class Columns {

    private Columns() {}

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Short number -> statement.setShort(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case String text -> statement.setString(index, text);
            case Collection<?> all -> statement.setArray(index, array(statement, all));
            case BigInteger amount -> statement.setBigDecimal(index, new BigDecimal(amount));
            default -> statement.setBytes(index, bytes(value));
        }
    }

    private static Array array(PreparedStatement statement, Collection<?> values)
            throws SQLException {
        return array(statement.getConnection(), values);
    }

    private static Array array(Connection connection, Collection<?> values) throws SQLException {
        var first = firstOf(values);
        return switch (first) {
            case Long _ -> connection.createArrayOf("int8", values.toArray());
            case Integer _ -> connection.createArrayOf("int4", values.toArray());
            case Short _ -> connection.createArrayOf("int2", values.toArray());
            case BigInteger _ ->
                    connection.createArrayOf(
                            "numeric",
                            values.stream()
                                    .map(each -> new BigDecimal((BigInteger) each))
                                    .toArray());
            default ->
                    connection.createArrayOf(
                            "bytea", values.stream().map(Columns::bytes).toArray(byte[][]::new));
        };
    }

    /** Any element that is not null tells the type of all. */
    private static Object firstOf(Collection<?> values) {
        for (Object value : values) {
            if (value != null) {
                return value;
            }
        }
        return 0;
    }

    static byte[] bytes(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes;
            case Hash hash -> hash.bytes();
            case Address address -> address.bytes();
            case CampaignId campaign -> campaign.bytes();
            default ->
                    throw new IllegalArgumentException(
                            "No column takes a " + value.getClass().getSimpleName());
        };
    }
}
