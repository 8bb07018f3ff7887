package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/** Hexadecimal as the Ethereum JSON-RPC writes it, decoded where it stands. */
final class Hex {

    /** What a digit stands for; −1 for every other character. */
    private static final byte[] DIGITS = digits();

    private Hex() {}

    /** Whether {@code 0x} comes first. */
    static boolean isAnnounced(char[] chars, int from, int length) {
        return length >= 2 && chars[from] == '0' && chars[from + 1] == 'x';
    }

    /** −1 if it is none. */
    static int digit(char character) {
        return character < DIGITS.length ? DIGITS[character] : -1;
    }

    /**
     * Decodes so many bytes, whose digits start at {@code from}.
     *
     * @return false if there is something else among the digits
     */
    static boolean decode(char[] chars, int from, byte[] into, int bytes) {
        var at = from;
        var all = 0;
        for (var i = 0; i < bytes; i++, at += 2) {
            var value = digit(chars[at]) << 4 | digit(chars[at + 1]);
            into[i] = (byte) value;
            all |= value;
        }
        return all >= 0;
    }

    /**
     * Decodes all digits up to {@code end}, which may be odd in number.
     *
     * @return null if there is something else among the digits
     */
    static byte @Nullable [] decodeScalar(char[] chars, int from, int end) {
        var into = new byte[(end - from + 1) / 2];
        var isOdd = (end - from) % 2;
        if (isOdd == 1) {
            into[0] = (byte) digit(chars[from]);
            if (into[0] < 0) {
                return null;
            }
        }
        for (int i = isOdd, at = from + isOdd; i < into.length; i++, at += 2) {
            var value = digit(chars[at]) << 4 | digit(chars[at + 1]);
            if (value < 0) {
                return null;
            }
            into[i] = (byte) value;
        }
        return into;
    }

    private static byte[] digits() {
        var digits = new byte[128];
        for (var i = 0; i < digits.length; i++) {
            digits[i] = (byte) Character.digit((char) i, 16);
        }
        return digits;
    }
}
