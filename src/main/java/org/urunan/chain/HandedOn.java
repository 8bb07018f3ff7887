package org.urunan.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was handed on, which is taken to be applied: the blocks, who is known by them,
 * and the audit that goes behind. What the audit finds wrong is cut off, read again, and handed on
 * as a reorg.
 */
final class HandedOn implements AutoCloseable {

    private static final int MOST_UNAUDITED_BLOCKS = 200_000;

    private final Window window;
    private final @Nullable Auditor auditor;
    private final int mostUnaudited;
    private Beneficiaries known;
    private @Nullable BlockRef readAgainFrom;

    /**
     * @param known who is known at the window's cursor
     * @param auditor null if nothing is audited
     */
    HandedOn(Window window, Beneficiaries known, @Nullable Auditor auditor) {
        this(window, known, auditor, MOST_UNAUDITED_BLOCKS);
    }

    /**
     * @param mostUnaudited blocks that are kept for the audit
     */
    HandedOn(Window window, Beneficiaries known, @Nullable Auditor auditor, int mostUnaudited) {
        this.window = window;
        this.known = known;
        this.auditor = auditor;
        this.mostUnaudited = mostUnaudited;
    }

    BlockRef cursor() {
        return window.cursor();
    }

    /** At the cursor. */
    Beneficiaries known() {
        return known;
    }

    /** Null if nothing is audited. Any thread. */
    @Nullable Auditor auditor() {
        return auditor;
    }

    /**
     * @param isInHistory whether history is being read
     * @return what is to be handed on: the update, or the reorg that it is after a mismatch
     */
    ChainUpdate take(
            ChainUpdate.Appended appended, @Nullable BlockHeader finalised, boolean isInHistory) {
        append(appended);
        var from = readAgainFrom;
        if (from != null) {
            readAgainFrom = null;
            return new ChainUpdate.Reorged(from, List.of(appended));
        }
        proceedWithAudit(finalised, isInHistory);
        return appended;
    }

    ChainUpdate take(
            ChainUpdate.Reorged reorged, @Nullable BlockHeader finalised, boolean isInHistory) {
        readAgainFrom = null;
        cutTo(reorged.ancestor());
        reorged.replacement().forEach(this::append);
        proceedWithAudit(finalised, isInHistory);
        return reorged;
    }

    private void append(ChainUpdate.Appended appended) {
        known = known.with(appended.logs());
        window.append(appended);
    }

    private void cutTo(BlockRef ancestor) {
        known = known.until(ancestor.number());
        window.cutTo(ancestor);
        if (auditor != null) {
            auditor.cutTo(ancestor);
        }
    }

    /** More may be audited, up to the finalised head. */
    void proceedWithAudit(@Nullable BlockHeader finalised, boolean isInHistory) {
        if (auditor != null && finalised != null && readAgainFrom == null) {
            var goesFirst = isInHistory && window.size() < mostUnaudited / 2;
            auditor.proceed(known, finalised.number(), goesFirst);
        }
    }

    /**
     * What is not audited yet is kept in memory, unless the chain can be asked for it again:
     * reading waits before it becomes too much, also while nobody can say when the audit goes on.
     */
    boolean awaitsAudit(@Nullable BlockHeader finalised) {
        return auditor != null
                && finalised != null
                && window.size() > mostUnaudited
                && window.thin(finalised.number()) > mostUnaudited;
    }

    /** Why reading waits for an audit that cannot go on; null if it does, or can. */
    @Nullable String waiting(@Nullable BlockHeader finalised) {
        return auditor != null && auditor.alarm() != null && awaitsAudit(finalised)
                ? "More than %d blocks that were read wait for the audit: until it goes on, no more are."
                        .formatted(mostUnaudited)
                : null;
    }

    /**
     * @return whether the audit found something wrong, so that reading goes on from an earlier
     *     cursor
     */
    boolean isCutByAudit() {
        var mismatch = auditor == null ? null : auditor.takeMismatch();
        if (mismatch == null) {
            return false;
        }
        // Below the finalised head most blocks are not handed on, and nobody could go back to them.
        var ancestor = window.lastKnown(mismatch.verified().number());
        readAgainFrom = ancestor;
        cutTo(ancestor);
        return true;
    }

    /**
     * Calls final what was read and audited up to the finalised head.
     *
     * @return the last block of it; null if none is new
     */
    @Nullable BlockRef finaliseUpTo(BlockRef finalised) {
        var read = window.hash(finalised.number());
        if (read != null && !read.equals(finalised.hash())) {
            return null; // read on another branch, as the next look will show
        }
        var bound = Math.min(finalised.number(), window.cursor().number());
        if (auditor != null) {
            bound = Math.min(bound, auditor.verified().number());
        }
        var block = window.lastKnown(bound);
        if (block.number() <= window.base().number()) {
            return null;
        }
        window.finalise(block);
        return block;
    }

    @Override
    public void close() {
        if (auditor != null) {
            auditor.close();
        }
    }
}
