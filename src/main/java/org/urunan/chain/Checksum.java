package org.urunan.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Tells apart what was handed on for a block: the first 64 bits of a SHA-256 over its logs. */
final class Checksum {

    /** Place, hash, kind, and at most a campaign, two addresses and an amount of 33 bytes. */
    private static final int MOST_BYTES_A_LOG = 8 + 32 + 1 + 32 + 2 * 20 + 33;

    private static final int FIRST_BYTES = 16 * 1024;

    private final MessageDigest digest;

    /** What is digested, all at once: many small pieces cost more than their digest. */
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

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
        bytes.clear();
        logs.forEach(this::add);
        digest.update(bytes.flip());
        var checksum = ByteBuffer.wrap(digest.digest()).getLong();
        return checksum == 0 ? 1 : checksum;
    }

    private void add(ChainLog log) {
        makeRoom();
        bytes.putInt(log.place().txIndex()).putInt(log.place().index());
        bytes.put(log.place().txHash().bytes());
        switch (log) {
            case ChainLog.Announced it ->
                    put(1, it.campaign().bytes()).put(it.contentHash().bytes());
            case ChainLog.Closed it -> put(2, it.campaign().bytes());
            case ChainLog.Moved it -> put(3, it.campaign().bytes()).put(it.to().bytes());
            case ChainLog.Donated it ->
                    put(4, it.campaign().bytes())
                            .put(it.donor().bytes())
                            .put(it.token().bytes())
                            .put(it.amount().toByteArray());
            case ChainLog.Transferred it ->
                    put(5, it.emitter().bytes())
                            .put(it.from().bytes())
                            .put(it.to().bytes())
                            .put(it.amount().toByteArray());
            case ChainLog.AuthorizationUsed it ->
                    put(6, it.token().bytes()).put(it.authorizer().bytes()).put(it.nonce().bytes());
        }
    }

    private ByteBuffer put(int kind, byte[] first) {
        return bytes.put((byte) kind).put(first);
    }

    private void makeRoom() {
        if (bytes.remaining() < MOST_BYTES_A_LOG) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
        }
    }
}
