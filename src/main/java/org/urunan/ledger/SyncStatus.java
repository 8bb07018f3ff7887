package org.urunan.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ReaderStatus;

/**
 * What this node is doing about the ledger.
 *
 * @param failure what went wrong last, a sentence; null when nothing did, or all is well again
 * @param lastReorg null if there was none since the node started
 * @param reader null unless this node reads the chain
 */
public record SyncStatus(
        State state,
        @Nullable String failure,
        @Nullable LastReorg lastReorg,
        @Nullable ReaderStatus reader) {

    /** What it does now. */
    public enum State {
        /** Not yet, or no more, or not at all. */
        IDLE,
        /** It reads the chain and writes the ledger. */
        WRITING,
        /** Another node on the same database writes. */
        FOLLOWING,
        /** It failed, and will try again. */
        RETRYING,
        /** It cannot go on without its operator. */
        STOPPED
    }

    /**
     * @param ancestor the last block that stayed
     * @param depth how many blocks were replaced
     * @param time when this node noticed
     */
    public record LastReorg(BlockRef ancestor, long depth, Instant time) {}
}
