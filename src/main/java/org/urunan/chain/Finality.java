package org.urunan.chain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what has become final: at once at the head, and now and then while history is read. */
final class Finality {

    /** Each one costs the ledger a database transaction. */
    private static final Duration PAUSE_IN_HISTORY = Duration.ofMillis(500);

    private long next = System.nanoTime();

    /** Null if nothing is to be said now. */
    ChainUpdate.@Nullable Finalised next(
            HandedOn handedOn, @Nullable BlockHeader finalised, boolean isInHistory) {
        var isSoon = isInHistory && System.nanoTime() < next;
        if (finalised == null || isSoon) {
            return null;
        }
        var block = handedOn.finaliseUpTo(finalised.ref());
        if (block == null) {
            return null;
        }
        next = System.nanoTime() + PAUSE_IN_HISTORY.toNanos();
        return new ChainUpdate.Finalised(block);
    }
}
