package org.urunan.web;

import java.util.List;
import org.urunan.chain.BlockRef;

/**
 * Which kinds of things changed with a new head.
 *
 * @param kinds of {@code block}, {@code ledger}, {@code campaigns}
 */
record Changes(BlockRef asOf, List<String> kinds) {}
