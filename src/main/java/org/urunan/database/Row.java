package org.urunan.database;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** One row of an answer; columns are counted from 1. Valid only while it is being read. */
public final class Row {

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number(int column) throws SQLException {
        return results.getLong(column);
    }

    public int integer(int column) throws SQLException {
        return results.getInt(column);
    }

    public boolean truth(int column) throws SQLException {
        return results.getBoolean(column);
    }

    public String text(int column) throws SQLException {
        return results.getString(column);
    }

    public byte[] bytes(int column) throws SQLException {
        return results.getBytes(column);
    }

    /** A whole number of any size. */
    public BigInteger amount(int column) throws SQLException {
        return results.getBigDecimal(column).toBigIntegerExact();
    }

    public @Nullable BigInteger amountOrNull(int column) throws SQLException {
        var amount = results.getBigDecimal(column);
        return amount == null ? null : amount.toBigIntegerExact();
    }

    public Hash hash(int column) throws SQLException {
        return Hash.of(results.getBytes(column));
    }

    public Address address(int column) throws SQLException {
        return Address.of(results.getBytes(column));
    }

    public CampaignId campaignId(int column) throws SQLException {
        return CampaignId.of(results.getBytes(column));
    }

    public @Nullable Long numberOrNull(int column) throws SQLException {
        var number = results.getLong(column);
        return results.wasNull() ? null : number;
    }

    public @Nullable CampaignId campaignIdOrNull(int column) throws SQLException {
        var bytes = results.getBytes(column);
        return bytes == null ? null : CampaignId.of(bytes);
    }

    public @Nullable Hash hashOrNull(int column) throws SQLException {
        var bytes = results.getBytes(column);
        return bytes == null ? null : Hash.of(bytes);
    }

    public @Nullable String textOrNull(int column) throws SQLException {
        return results.getString(column);
    }
}
