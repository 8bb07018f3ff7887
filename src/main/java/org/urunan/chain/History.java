package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/** Reads what lies between the cursor and the finalised head, whenever there is something. */
final class History implements AutoCloseable {

    private static final long MOST_BLOCKS_A_RANGE = 10_000;
    private static final long MOST_WHOLE_BLOCKS_A_RANGE = 500;
    private static final int POLLS_BEFORE_DOUBT = 10;

    private final ReaderSettings settings;
    private final Requests requests;
    private final WholeBlocks whole;
    private final Proven proven;
    private final RangeSizer sizer;
    private @Nullable Backfill backfill;
    private long target;
    private int emptyPolls;

    History(ReaderSettings settings, Requests requests, WholeBlocks whole, Proven proven) {
        this.settings = settings;
        this.requests = requests;
        this.whole = whole;
        this.proven = proven;
        this.sizer =
                new RangeSizer(
                        settings.readNatives() ? MOST_WHOLE_BLOCKS_A_RANGE : MOST_BLOCKS_A_RANGE);
    }

    boolean isBeingRead() {
        return backfill != null;
    }

    /** Begins to read unless the cursor is at or above the finalised head. */
    void begin(BlockRef cursor, Beneficiaries known, @Nullable BlockHeader finalised) {
        if (finalised != null && finalised.number() > cursor.number()) {
            target = finalised.number();
            emptyPolls = 0;
            backfill =
                    new Backfill(
                            settings,
                            requests,
                            whole,
                            sizer,
                            proven,
                            cursor,
                            known,
                            finalised.number());
        }
    }

    /** Whether endpoints have failed to give it for so long that there may be nothing to give. */
    boolean isOverdue() {
        return backfill != null && emptyPolls >= POLLS_BEFORE_DOUBT && requests.failure() != null;
    }

    /** Goes on, unless less is final than was to be read: then that is begun again. */
    void proceed(@Nullable BlockHeader finalised) {
        emptyPolls = 0;
        if (finalised == null || finalised.number() < target) {
            close();
        }
    }

    /** What comes next; null if it does not arrive within one poll. */
    ChainUpdate.@Nullable Appended poll() throws InterruptedException {
        var reading = backfill;
        if (reading == null) {
            return null;
        }
        var appended = reading.poll(settings.poll());
        emptyPolls = appended == null ? emptyPolls + 1 : 0;
        if (reading.isDone()) {
            close();
        }
        return appended;
    }

    /** Gives up what is being read; how wide ranges may be stays known. */
    @Override
    public void close() {
        if (backfill != null) {
            backfill.close();
            backfill = null;
        }
    }
}
