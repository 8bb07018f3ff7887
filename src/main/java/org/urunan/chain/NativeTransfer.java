package org.urunan.chain;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Position;

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

    /** In the order of logs, behind all logs of its block. */
    public long position() {
        return Position.ofNative(block.number(), txIndex);
    }
}
