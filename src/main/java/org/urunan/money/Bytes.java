package org.urunan.money;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * Hex and hashes as the Ethereum JSON-RPC specification writes them: lower case, {@code 0x} first.
 */
final class Bytes {

    private static final HexFormat HEX = HexFormat.of();
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    static String toHex(byte[] bytes) {
        return "0x" + HEX.formatHex(bytes);
    }

    /**
     * @param what the value's name in the sentence that refuses it
     * @throws IllegalArgumentException if {@code text} is not {@code 0x} and exactly {@code length}
     *     bytes of hex
     */
    static byte[] parse(String what, String text, int length) {
        if (text.length() != 2 + 2 * length || !text.startsWith("0x")) {
            throw new IllegalArgumentException(
                    "%s must be 0x and %d hexadecimal digits: %s"
                            .formatted(what, 2 * length, shortened(text)));
        }
        try {
            return HEX.parseHex(text.toLowerCase(Locale.ROOT), 2, text.length());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s has a character that is not hexadecimal: %s"
                            .formatted(what, shortened(text)),
                    e);
        }
    }

    static byte[] copyOf(String what, byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "%s must be %d bytes, not %d".formatted(what, length, bytes.length));
        }
        return bytes.clone();
    }

    /**
     * @param bytes four at least
     */
    static int lastInt(byte[] bytes) {
        return (int) INT.get(bytes, bytes.length - Integer.BYTES);
    }

    static byte[] keccak256(byte[] input) {
        var digest = new KeccakDigest(256);
        digest.update(input, 0, input.length);
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
