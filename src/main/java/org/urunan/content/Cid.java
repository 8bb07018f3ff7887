package org.urunan.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.urunan.money.Hash;

/**
 * The name of content: CIDv1, raw codec, SHA-256, in base32 ({@code bafkrei…}, 59 characters). No
 * other spelling of a CID is accepted, so that content has exactly one name.
 *
 * @param hash the SHA-256 of the bytes
 */
public record Cid(Hash hash) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    // CIDv1 (0x01), raw (0x55), sha2-256 (0x12), 32 bytes (0x20); then the hash.
    private static final byte[] PREFIX = {0x01, 0x55, 0x12, 0x20};
    private static final int LENGTH = 59;

    public static Cid of(byte[] content) {
        try {
            return new Cid(Hash.of(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for people if the text is not exactly such a
     *     CID
     */
    public static Cid parse(String text) {
        var refused =
                "A content id is CIDv1, raw, SHA-256, base32 (bafkrei… with 59 characters): "
                        + (text.length() > 80 ? text.substring(0, 80) + "…" : text);
        if (text.length() != LENGTH || text.charAt(0) != 'b') {
            throw new IllegalArgumentException(refused);
        }
        var bytes = new byte[36];
        var buffer = 0L;
        var bits = 0;
        var at = 0;
        for (var i = 1; i < LENGTH; i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException(refused);
            }
            buffer = (buffer << 5 | digit) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        var cid = new Cid(Hash.of(java.util.Arrays.copyOfRange(bytes, 4, 36)));
        // Re-encoding refuses another prefix and stray bits behind the last byte in one comparison.
        if (!cid.toString().equals(text)) {
            throw new IllegalArgumentException(refused);
        }
        return cid;
    }

    @Override
    public String toString() {
        var result = new StringBuilder(LENGTH).append('b');
        var buffer = 0L;
        var bits = 0;
        var digest = hash.bytes();
        for (var i = 0; i < 36; i++) {
            buffer = (buffer << 8 | ((i < 4 ? PREFIX[i] : digest[i - 4]) & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                result.append(ALPHABET.charAt((int) (buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            result.append(ALPHABET.charAt((int) (buffer << (5 - bits)) & 31));
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }
}
