package org.urunan.web;

import java.util.List;
import org.urunan.chain.BlockRef;

/**
 * Which kinds of things changed with a new head.
 *
 * @param kinds of {@link #KINDS}
 */
record Changes(BlockRef asOf, List<String> kinds) {

    static final List<String> KINDS = List.of("block", "ledger", "campaigns");
}
