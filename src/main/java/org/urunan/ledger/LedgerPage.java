package org.urunan.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;

/**
 * Entries that all belong to one block. A key goes back into {@link LedgerQuery#after}, with the
 * same filters and order; keys stay valid for ever.
 *
 * @param asOf the cursor at which this was read
 * @param previous the key of the page before this one, null on the first page
 * @param next the key of the page behind this one, null on the last page
 */
public record LedgerPage(
        BlockRef asOf,
        List<LedgerEntry> entries,
        @Nullable String previous,
        @Nullable String next) {}
