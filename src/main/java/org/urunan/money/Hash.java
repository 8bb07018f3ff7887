package org.urunan.money;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * 32 bytes that name something: a block, a transaction, content (SHA-256), code (Keccak-256).
 * Written lower case.
 */
public final class Hash implements Comparable<Hash> {

    public static final Hash ZERO = new Hash(new byte[32]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if there are not exactly 32 bytes
     */
    public static Hash of(byte[] bytes) {
        return new Hash(Bytes.copyOf("A hash", bytes, 32));
    }

    /**
     * @throws IllegalArgumentException with a sentence for people if it is not {@code 0x} and 64
     *     hexadecimal digits
     */
    public static Hash parse(String text) {
        return new Hash(Bytes.parse("A hash", text, 32));
    }

    public static Hash sha256(byte[] input) {
        try {
            return new Hash(MessageDigest.getInstance("SHA-256").digest(input));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    public static Hash keccak256(byte[] input) {
        return new Hash(Bytes.keccak256(input));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    /** The last four bytes: it is a hash already. */
    @Override
    public int hashCode() {
        return Bytes.lastInt(bytes);
    }

    @Override
    public String toString() {
        return Bytes.toHex(bytes);
    }
}
