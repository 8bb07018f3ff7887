package org.urunan.chain;

import org.urunan.money.Hash;

/**
 * What is used of a block's header.
 *
 * @param time seconds since 1970, UTC
 * @param isProved whether {@code hash} is the Keccak-256 of the header's own fields, so that hash,
 *     parent, roots and bloom belong together whoever told them
 */
public record BlockHeader(
        long number,
        Hash hash,
        Hash parentHash,
        long time,
        Hash transactionsRoot,
        Hash receiptsRoot,
        Bloom logsBloom,
        boolean isProved) {

    public BlockRef ref() {
        return new BlockRef(number, hash);
    }

    BlockRef parent() {
        return new BlockRef(number - 1, parentHash);
    }
}
