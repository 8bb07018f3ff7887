package org.urunan.chain;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A successful top-level transaction that moved native coin to or from a known beneficiary; on
 * chains with EIP-7708 there is a log of the same beside it.
 *
 * @param amount wei, above 0
 */
public record NativeTransfer(
        BlockRef block,
        Hash txHash,
        int txIndex,
        Address from,
        Address to,
        BigInteger amount,
        byte[] data) {

    private static final long NATIVE_OFFSET = 1L << 25;

    /** In the order of logs, behind all logs of its block: block number * 2^26 + 2^25 + index. */
    public long position() {
        return LogPlace.firstPosition(block.number()) + NATIVE_OFFSET + txIndex;
    }

    /** Whether it is the position of a native transfer, and not of a log. */
    static boolean isPosition(long position) {
        return (position & NATIVE_OFFSET) != 0;
    }
}
