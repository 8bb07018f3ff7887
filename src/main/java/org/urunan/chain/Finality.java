package org.urunan.chain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what has become final: at once at the head, and now and then while history is read. */
final class Finality {

    /** Each one costs the ledger a database transaction. */
    private static final Duration PAUSE_IN_HISTORY = Duration.ofMillis(500);

    /** So many logs are enough for one as well: the ledger remembers their entries until then. */
    private static final int LOGS_IN_HISTORY = 24_000;

    private long next = System.nanoTime();
    private int logs;

    /** So many logs more were handed on. */
    void take(int more) {
        logs += more;
    }

    /** Null if nothing is to be said now. */
    ChainUpdate.@Nullable Finalised next(
            HandedOn handedOn, @Nullable BlockHeader finalised, boolean isInHistory) {
        var isSoon = isInHistory && System.nanoTime() < next && logs < LOGS_IN_HISTORY;
        if (finalised == null || isSoon) {
            return null;
        }
        var block = handedOn.finaliseUpTo(finalised.ref());
        if (block == null) {
            return null;
        }
        next = System.nanoTime() + PAUSE_IN_HISTORY.toNanos();
        logs = 0;
        return new ChainUpdate.Finalised(block);
    }
}
