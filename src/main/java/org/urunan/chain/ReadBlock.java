package org.urunan.chain;

import org.urunan.money.Hash;

/**
 * A block as it was read.
 *
 * @param time seconds since 1970, UTC
 * @param received a checksum over the logs that were handed on for this block, 0 if there were
 *     none. Whoever stores blocks stores it too, so that what was stored can be audited against the
 *     chain after a restart.
 */
public record ReadBlock(long number, Hash hash, long time, long received) {

    public BlockRef ref() {
        return new BlockRef(number, hash);
    }
}
