package org.urunan.chain;

import org.urunan.money.Hash;

/**
 * What came of a transaction in the block that has it. After a reorg it may be in another block,
 * where something else came of it: an outcome tells nothing of any block but its own.
 *
 * @param block the hash of the block
 */
public record TxOutcome(Hash txHash, Hash block, boolean isSuccessful) {}
