package org.urunan.ledger;

import org.urunan.chain.BlockRef;

/**
 * How far the ledger has come.
 *
 * @param asOf the cursor; before the first block was applied, the number before the start block and
 *     a hash of zeros
 * @param finalised the same for the last final block
 * @param latest the head the endpoint told last
 */
public record LedgerStatus(
        LedgerOrigin origin, BlockRef asOf, BlockRef finalised, BlockRef latest) {

    /** How many blocks the endpoint's head is ahead of the cursor. */
    public long lagBlocks() {
        return Math.max(0, latest.number() - asOf.number());
    }

    public boolean isFinal(long blockNumber) {
        return blockNumber <= finalised.number();
    }

    /** Blocks from {@code blockNumber} to the cursor, both included; at least 1. */
    public long confirmations(long blockNumber) {
        return Math.max(1, asOf.number() - blockNumber + 1);
    }
}
