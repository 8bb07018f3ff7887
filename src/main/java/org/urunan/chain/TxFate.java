package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/**
 * What became of a transaction, as one endpoint tells it: for people who wait for theirs, never for
 * the ledger.
 *
 * @param block null while it is in none
 * @param isFailed in a block, and changed nothing
 */
public record TxFate(@Nullable BlockRef block, boolean isFailed) {}
