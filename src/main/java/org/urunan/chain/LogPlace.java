package org.urunan.chain;

import org.urunan.money.Hash;

/**
 * Where a log stands on the chain. {@code index} counts through the whole block, as in the Ethereum
 * JSON-RPC.
 */
public record LogPlace(long blockNumber, Hash blockHash, Hash txHash, int txIndex, int index) {}
