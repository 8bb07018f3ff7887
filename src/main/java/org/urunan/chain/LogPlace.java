package org.urunan.chain;

import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * Where a log stands on the chain. {@code index} counts through the whole block, as in the Ethereum
 * JSON-RPC.
 */
public record LogPlace(long blockNumber, Hash blockHash, Hash txHash, int txIndex, int index) {

    /** Orders logs of different blocks. */
    public long position() {
        return Position.ofLog(blockNumber, index);
    }
}
