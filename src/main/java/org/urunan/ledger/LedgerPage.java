package org.urunan.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;

/**
 * Entries that all belong to one block.
 *
 * @param asOf the cursor at which this was read
 * @param next the key after the last entry, null on the last page
 */
public record LedgerPage(BlockRef asOf, List<LedgerEntry> entries, @Nullable String next) {}
