package org.urunan.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The nonce of a gift by authorization (EIP-3009): the campaign's number (12 bytes), random bytes
 * (12), eight zero bytes. The number says what the gift is for, the random bytes make each gift's
 * nonce its own, and the zero bytes make it valid for tokens whose last eight bytes count upwards
 * for each key of the first 24.
 *
 * @param number the beneficiary's own number of the campaign, 0 … 2^96 − 1
 * @param random 0 … 2^96 − 1
 */
public record AuthorizationNonce(BigInteger number, BigInteger random) {

    private static final int PART_BYTES = 12;
    private static final int PARTS_END = 2 * PART_BYTES;

    public AuthorizationNonce {
        requirePart("A campaign number", number);
        requirePart("The random part of a nonce", random);
    }

    /** What a nonce says, or empty if it does not end in eight zero bytes: then it is not ours. */
    public static Optional<AuthorizationNonce> read(Hash nonce) {
        var bytes = nonce.bytes();
        for (var i = PARTS_END; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new AuthorizationNonce(
                        new BigInteger(1, Arrays.copyOf(bytes, PART_BYTES)),
                        new BigInteger(1, Arrays.copyOfRange(bytes, PART_BYTES, PARTS_END))));
    }

    /** The 32 bytes that the donor signs and that {@code AuthorizationUsed} shows. */
    public Hash toHash() {
        var word = number.shiftLeft(8 * PART_BYTES).or(random).shiftLeft(8 * (32 - PARTS_END));
        var minimal = word.toByteArray();
        var bytes = new byte[32];
        var length = Math.min(minimal.length, 32);
        System.arraycopy(minimal, minimal.length - length, bytes, 32 - length, length);
        return Hash.of(bytes);
    }

    private static void requirePart(String what, BigInteger part) {
        if (part.signum() < 0 || part.bitLength() > 8 * PART_BYTES) {
            throw new IllegalArgumentException(
                    "%s is between 0 and 2^96 - 1: %s".formatted(what, part));
        }
    }
}
