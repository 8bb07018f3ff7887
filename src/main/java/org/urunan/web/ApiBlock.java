package org.urunan.web;

import org.urunan.chain.BlockRef;

/** A block as the API names it. */
public record ApiBlock(long number, String hash) {

    static ApiBlock of(BlockRef block) {
        return new ApiBlock(block.number(), block.hash().toString());
    }
}
