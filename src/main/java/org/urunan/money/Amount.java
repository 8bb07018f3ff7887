package org.urunan.money;

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
        return toDecimal(amount.toString(), decimals);
    }

    /**
     * @param amount a whole number in decimal digits
     */
    public static String toDecimal(String amount, int decimals) {
        if (amount.startsWith("-")) {
            return "-" + toDecimal(amount.substring(1), decimals);
        }
        var missing = decimals + 1 - amount.length();
        var digits = missing > 0 ? "0".repeat(missing) + amount : amount;
        var point = digits.length() - decimals;
        var end = digits.length();
        while (end > point && digits.charAt(end - 1) == '0') {
            end--;
        }
        var whole = digits.substring(0, point);
        return end == point ? whole : whole + '.' + digits.substring(point, end);
    }
}
