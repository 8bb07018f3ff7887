package org.urunan.chain;

import org.urunan.money.Hash;

/**
 * What is used of a block's header.
 *
 * @param time seconds since 1970, UTC
 * @param logsBloom 256 bytes
 */
public record BlockHeader(
        long number, Hash hash, Hash parentHash, long time, Hash receiptsRoot, byte[] logsBloom) {

    public BlockRef ref() {
        return new BlockRef(number, hash);
    }
}
