package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/** What was handed on is not what the chain says. */
final class Mismatch extends Exception {

    private final transient BlockRef verified;
    private final transient BlockRef block;
    private final transient ReceiptLogs.@Nullable OfBlock truth;

    Mismatch(
            String message,
            BlockRef verified,
            BlockRef block,
            ReceiptLogs.@Nullable OfBlock truth) {
        super(message);
        this.verified = verified;
        this.block = block;
        this.truth = truth;
    }

    /** The last block that was right: reading starts again behind it. */
    BlockRef verified() {
        return verified;
    }

    /** The block that is wrong, as the chain has it. */
    BlockRef block() {
        return block;
    }

    /** What the block has; null if it is not proved. */
    ReceiptLogs.@Nullable OfBlock truth() {
        return truth;
    }
}
