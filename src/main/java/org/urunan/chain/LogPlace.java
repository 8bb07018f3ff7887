package org.urunan.chain;

import org.urunan.money.Hash;

/**
 * Where a log stands on the chain. {@code index} counts through the whole block, as in the Ethereum
 * JSON-RPC.
 */
public record LogPlace(long blockNumber, Hash blockHash, Hash txHash, int txIndex, int index) {

    private static final int INDEX_BITS = 26;

    /** A number that orders logs of different blocks: block number * 2^26 + log index. */
    public long position() {
        return (blockNumber << INDEX_BITS) + index;
    }

    static long blockNumber(long position) {
        return position >> INDEX_BITS;
    }

    /** The lowest position that a log of the block can have. */
    static long firstPosition(long blockNumber) {
        return blockNumber << INDEX_BITS;
    }
}
