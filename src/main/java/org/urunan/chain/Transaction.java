package org.urunan.chain;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * @param type EIP-2718; 0 is a legacy transaction
 * @param value wei
 * @param encoded what stands in the trie of its block's transactions, and what its hash is of; null
 *     if fields of it are missing, or its type is unknown
 */
public record Transaction(
        Hash hash,
        int index,
        int type,
        Address from,
        TxCall call,
        BigInteger value,
        byte @Nullable [] encoded) {}
