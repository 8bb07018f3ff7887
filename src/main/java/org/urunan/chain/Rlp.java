package org.urunan.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Recursive length prefix encoding (Ethereum yellow paper, appendix B); takes apart its own. */
final class Rlp {

    private Rlp() {}

    static byte[] bytes(byte[] value) {
        if (value.length == 1 && value[0] >= 0) {
            return value;
        }
        return join(prefix(0x80, value.length), List.of(value), value.length);
    }

    /** A scalar: big-endian without leading zeros; zero is empty. */
    static byte[] number(long value) {
        return number(BigInteger.valueOf(value));
    }

    static byte[] number(BigInteger value) {
        if (value.signum() == 0) {
            return bytes(new byte[0]);
        }
        var encoded = value.toByteArray();
        return bytes(encoded[0] == 0 ? Arrays.copyOfRange(encoded, 1, encoded.length) : encoded);
    }

    /**
     * @param items already encoded
     */
    static byte[] list(List<byte[]> items) {
        var length = items.stream().mapToInt(item -> item.length).sum();
        return join(prefix(0xc0, length), items, length);
    }

    static byte[] list(byte[]... items) {
        return list(List.of(items));
    }

    /** EIP-2718: the type's byte, then the list. */
    static byte[] typed(int type, List<byte[]> items) {
        var length = items.stream().mapToInt(item -> item.length).sum();
        var prefix = prefix(0xc0, length);
        var typed = new byte[1 + prefix.length];
        typed[0] = (byte) type;
        System.arraycopy(prefix, 0, typed, 1, prefix.length);
        return join(typed, items, length);
    }

    /**
     * The items of a list, each still encoded.
     *
     * @param at where the list begins; it ends where the bytes do
     */
    static List<byte[]> items(byte[] encoded, int at) {
        var items = new ArrayList<byte[]>();
        for (var from = at + prefixLength(encoded, at); from < encoded.length; ) {
            var to = from + prefixLength(encoded, from) + contentLength(encoded, from);
            items.add(Arrays.copyOfRange(encoded, from, to));
            from = to;
        }
        return items;
    }

    /** What an item that is no list stands for. */
    static byte[] content(byte[] item) {
        return Arrays.copyOfRange(item, prefixLength(item, 0), item.length);
    }

    private static int prefixLength(byte[] encoded, int at) {
        var first = encoded[at] & 0xff;
        if (first < 0x80) {
            return 0;
        }
        return 1 + Math.max(0, first - (first < 0xc0 ? 0xb7 : 0xf7));
    }

    private static int contentLength(byte[] encoded, int at) {
        var first = encoded[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        var digits = prefixLength(encoded, at) - 1;
        var length = first - (first < 0xc0 ? 0x80 : 0xc0);
        if (digits > 0) {
            length = 0;
            for (var i = 1; i <= digits; i++) {
                length = (length << 8) | (encoded[at + i] & 0xff);
            }
        }
        return length;
    }

    private static byte[] prefix(int offset, int length) {
        if (length < 56) {
            return new byte[] {(byte) (offset + length)};
        }
        var digits = new ArrayList<Byte>(4);
        for (var rest = length; rest > 0; rest >>>= 8) {
            digits.addFirst((byte) rest);
        }
        var prefix = new byte[1 + digits.size()];
        prefix[0] = (byte) (offset + 55 + digits.size());
        for (var i = 0; i < digits.size(); i++) {
            prefix[i + 1] = digits.get(i);
        }
        return prefix;
    }

    private static byte[] join(byte[] prefix, List<byte[]> items, int length) {
        var result = Arrays.copyOf(prefix, prefix.length + length);
        var at = prefix.length;
        for (var item : items) {
            System.arraycopy(item, 0, result, at, item.length);
            at += item.length;
        }
        return result;
    }
}
