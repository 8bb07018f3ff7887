package org.urunan.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Amounts are {@link BigInteger}s in a token's base units (uint256); this class checks and shows
 * them, exactly.
 */
public final class Amount {

    public static final BigInteger MAX = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    private Amount() {}

    /**
     * @throws IllegalArgumentException if {@code amount} is not a uint256
     */
    public static BigInteger check(BigInteger amount) {
        if (amount.signum() < 0 || amount.bitLength() > 256) {
            throw new IllegalArgumentException("An amount is between 0 and 2^256 - 1: " + amount);
        }
        return amount;
    }

    /**
     * The exact decimal value without trailing zeros, a point before the fraction, no grouping:
     * {@code 1.5}.
     */
    public static String toDecimal(BigInteger amount, int decimals) {
        var value = new BigDecimal(amount, decimals).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }
}
