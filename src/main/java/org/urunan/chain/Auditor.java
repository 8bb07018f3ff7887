package org.urunan.chain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Audits in the background what was handed on, up to the chain's finalised head, and takes a small
 * share of the endpoint while history is read. On a mismatch it waits until the reader has read
 * again.
 */
final class Auditor implements AutoCloseable {

    private static final int BLOCKS_AT_ONCE = 50;
    private static final int READINGS_BEFORE_ALARM = 3;

    private final Audit audit;
    private final Window window;
    private final Endpoints endpoints;
    private final Proven proven;
    private final Duration pause;
    private final Thread thread;

    private BlockRef verified;
    private Beneficiaries known;
    private long bound = -1;
    private boolean isInHistory;

    /** Counts how often the chain was replaced: what was audited meanwhile proves nothing. */
    private long branch;

    private @Nullable Mismatch mismatch;
    private long mismatchAt = -1;
    private int mismatches;
    private @Nullable String alarm;

    Auditor(
            Audit audit,
            Window window,
            Endpoints endpoints,
            Proven proven,
            BlockRef verified,
            Beneficiaries known,
            Duration pause) {
        this.audit = audit;
        this.window = window;
        this.endpoints = endpoints;
        this.proven = proven;
        this.verified = verified;
        this.known = known;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("audit").start(this::run);
    }

    synchronized BlockRef verified() {
        return verified;
    }

    synchronized @Nullable String alarm() {
        return alarm;
    }

    /**
     * More may be audited.
     *
     * @param known who is known at the cursor
     * @param finalised the chain's finalised head
     * @param isInHistory whether history is being read, which goes first
     */
    synchronized void proceed(Beneficiaries known, long finalised, boolean isInHistory) {
        this.known = known;
        this.bound = Math.min(window.cursor().number(), finalised);
        this.isInHistory = isInHistory;
        notifyAll();
    }

    /** What must be read again, once; the caller then reads from its verified block on. */
    synchronized @Nullable Mismatch takeMismatch() {
        var taken = mismatch;
        mismatch = null;
        if (taken != null) {
            bound = -1; // until the reader says how far it has read again
            verified = taken.verified();
        }
        return taken;
    }

    /** The chain was replaced above this block. */
    synchronized void cutTo(BlockRef ancestor) {
        branch++;
        bound = Math.min(bound, ancestor.number());
        if (mismatch != null && mismatch.block().number() > ancestor.number()) {
            mismatch = null;
            mismatches--;
        }
        if (verified.number() > ancestor.number()) {
            verified = ancestor;
        }
    }

    private void run() {
        try {
            while (true) {
                var began = System.nanoTime();
                step();
                if (isInHistory()) {
                    Thread.sleep(Duration.ofNanos(3 * (System.nanoTime() - began)));
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private synchronized boolean isInHistory() {
        return isInHistory;
    }

    private void step() throws InterruptedException {
        BlockRef from;
        long branchThen;
        long last;
        Beneficiaries knownThen;
        synchronized (this) {
            while (mismatch != null || bound <= verified.number()) {
                wait();
            }
            from = verified;
            branchThen = branch;
            last = Math.min(bound, from.number() + BLOCKS_AT_ONCE);
            knownThen = known;
        }
        try {
            passed(branchThen, audit.check(from, last, knownThen, window::block));
        } catch (Mismatch e) {
            failed(branchThen, e);
        } catch (ChainFailure e) {
            raise(
                    "The audit holds at block %d: %s%s"
                            .formatted(from.number(), e.getMessage(), advice(e)));
            Thread.sleep(pause);
        }
    }

    private static String advice(ChainFailure failure) {
        return failure instanceof ChainFailure.NotSupported
                ? " Use an endpoint that has it, or set URUNAN_CHAIN_AUDIT=blooms."
                : "";
    }

    private synchronized void passed(long branchThen, BlockRef to) {
        if (branch != branchThen) {
            return;
        }
        verified = to;
        alarm = null;
        proven.forgetUntil(to.number());
    }

    private void failed(long branchThen, Mismatch found) throws InterruptedException {
        synchronized (this) {
            if (branch != branchThen) {
                return; // nobody was wrong: the chain was replaced meanwhile
            }
            endpoints.distrustFirst(String.valueOf(found.getMessage()));
            mismatches = found.verified().number() == mismatchAt ? mismatches + 1 : 1;
            mismatchAt = found.verified().number();
            if (mismatches <= READINGS_BEFORE_ALARM) {
                if (found.truth() != null) {
                    proven.add(found.truth());
                }
                mismatch = found;
                return;
            }
        }
        raise(
                "%s, however often it is read; nothing from it on is called final."
                        .formatted(found.getMessage()));
        Thread.sleep(pause);
    }

    private synchronized void raise(String sentence) {
        alarm = sentence;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
