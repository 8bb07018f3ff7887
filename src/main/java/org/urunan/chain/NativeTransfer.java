package org.urunan.chain;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A successful top-level transaction that moved native coin to a known beneficiary and left no log
 * of ours.
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
        byte[] data) {}
