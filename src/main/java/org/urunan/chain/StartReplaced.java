package org.urunan.chain;

/**
 * The chain replaced the block before the start block while nothing was final yet. A new reader
 * goes on from {@code Ledger.resume()} and takes away what came behind it.
 */
public final class StartReplaced extends RuntimeException {

    StartReplaced(BlockRef base) {
        super(
                "The chain replaced block %d, before the first block that is read, while nothing was final. Reading begins again."
                        .formatted(base.number()));
    }
}
