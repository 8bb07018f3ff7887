package org.urunan.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Tells apart what was handed on for a block: the first 64 bits of a SHA-256 over its logs. */
final class Checksum {

    private final MessageDigest digest;
    private final ByteBuffer place = ByteBuffer.allocate(2 * Integer.BYTES);

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }

    /**
     * @param logs of one block, in order
     * @return 0 if and only if there are none
     */
    long of(List<ChainLog> logs) {
        if (logs.isEmpty()) {
            return 0;
        }
        logs.forEach(this::add);
        var checksum = ByteBuffer.wrap(digest.digest()).getLong();
        return checksum == 0 ? 1 : checksum;
    }

    private void add(ChainLog log) {
        place.clear().putInt(log.place().txIndex()).putInt(log.place().index());
        digest.update(place.array());
        digest.update(log.place().txHash().bytes());
        switch (log) {
            case ChainLog.Announced it -> {
                digest.update((byte) 1);
                digest.update(it.campaign().bytes());
                digest.update(it.contentHash().bytes());
            }
            case ChainLog.Closed it -> {
                digest.update((byte) 2);
                digest.update(it.campaign().bytes());
            }
            case ChainLog.Moved it -> {
                digest.update((byte) 3);
                digest.update(it.campaign().bytes());
                digest.update(it.to().bytes());
            }
            case ChainLog.Donated it -> {
                digest.update((byte) 4);
                digest.update(it.campaign().bytes());
                digest.update(it.donor().bytes());
                digest.update(it.token().bytes());
                digest.update(it.amount().toByteArray());
            }
            case ChainLog.Transferred it -> {
                digest.update((byte) 5);
                digest.update(it.emitter().bytes());
                digest.update(it.from().bytes());
                digest.update(it.to().bytes());
                digest.update(it.amount().toByteArray());
            }
            case ChainLog.AuthorizationUsed it -> {
                digest.update((byte) 6);
                digest.update(it.token().bytes());
                digest.update(it.authorizer().bytes());
                digest.update(it.nonce().bytes());
            }
        }
    }
}
