package org.urunan.money;

import java.util.regex.Pattern;

/**
 * A listed asset, the native coin included (under its ERC-7528 address).
 *
 * @param decimals 0 … 36: how many of an amount's digits are behind the point when it is shown
 * @param permit whether the token has EIP-2612 {@code permit}
 * @param authorization whether the token has EIP-3009 {@code transferWithAuthorization}
 */
public record Token(
        Address address,
        String symbol,
        String name,
        int decimals,
        boolean permit,
        boolean authorization) {

    /** The native coin's address in events, lists and entries (ERC-7528). */
    public static final Address NATIVE =
            Address.parse("0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE");

    /** Who logs native transfers like a token's, on chains that do so (EIP-7708). */
    public static final Address NATIVE_LOGGER =
            Address.parse("0xfffffffffffffffffffffffffffffffffffffffe");

    private static final Pattern SYMBOL = Pattern.compile("[\\p{Alnum}.$+_-]{1,20}");

    public Token {
        if (decimals < 0 || decimals > 36) {
            throw new IllegalArgumentException(
                    "Token %s has %d decimals; 0 to 36 are possible.".formatted(address, decimals));
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException(
                    "Token %s has a symbol other than 1 to 20 plain letters, digits and .$+_-"
                            .formatted(address));
        }
        if (name.isBlank()
                || name.length() > 60
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Token %s needs a name of 1 to 60 characters.".formatted(address));
        }
    }

    public boolean isNative() {
        return address.equals(NATIVE);
    }
}
