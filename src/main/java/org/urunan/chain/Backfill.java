package org.urunan.chain;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads history in ranges, several at once, and hands them on in order. The contract's logs of a
 * range say who is known at its end; only then are the transfers of that range asked for, while the
 * contract's logs of later ranges are on their way.
 */
final class Backfill implements AutoCloseable {

    private static final int RANGES_AHEAD = 6;

    /** Ranges that are there already are handed on as one, up to so many logs. */
    private static final int MOST_LOGS = 24_000;

    private final SpanReader spans;
    private final Requests requests;
    private final RangeSizer sizer;
    private final ReceiptLogs receiptLogs;
    private final Proven proven;
    private final long target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<ChainUpdate.Appended>> ranges = new ArrayDeque<>();

    private CompletableFuture<BlockRef> lastPlanned;
    private CompletableFuture<Beneficiaries> lastKnown;
    private long next;

    Backfill(
            ReaderSettings settings,
            Requests requests,
            WholeBlocks whole,
            RangeSizer sizer,
            Proven proven,
            BlockRef parent,
            Beneficiaries known,
            long target) {
        this.requests = requests;
        this.sizer = sizer;
        this.proven = proven;
        this.spans = new SpanReader(settings, requests, whole);
        this.receiptLogs = new ReceiptLogs(settings.contract(), settings.tokens());
        this.lastPlanned = CompletableFuture.completedFuture(parent);
        this.lastKnown = CompletableFuture.completedFuture(known);
        this.next = parent.number() + 1;
        this.target = target;
    }

    boolean isDone() {
        return next > target && ranges.isEmpty();
    }

    /**
     * The next range, in order; null if it does not arrive in time.
     *
     * @throws ChainFailure if answers contradict each other: reading starts again from the cursor
     */
    ChainUpdate.@Nullable Appended poll(Duration wait) throws InterruptedException {
        plan();
        try {
            var appended = ranges.getFirst().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            ranges.removeFirst();
            var all = withNext(appended);
            plan();
            return all;
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ChainFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("Reading a range failed: " + e.getCause(), e);
        }
    }

    /** Whoever stores more slowly than is read has fewer and larger updates to store. */
    private ChainUpdate.Appended withNext(ChainUpdate.Appended first) {
        var parts = new ArrayList<>(List.of(first));
        var logs = first.logs().size();
        while (!ranges.isEmpty() && ranges.getFirst().state() == Future.State.SUCCESS) {
            var next = ranges.getFirst().resultNow();
            logs += next.logs().size();
            if (logs > MOST_LOGS) {
                break;
            }
            ranges.removeFirst();
            parts.add(next);
        }
        return ChainUpdate.Appended.of(parts);
    }

    private void plan() {
        while (ranges.size() < RANGES_AHEAD && next <= target) {
            var first = next;
            var last = Math.min(target, first + sizer.size() - 1);
            next = last + 1;
            var parent = lastPlanned;
            var knownBefore = lastKnown;
            lastPlanned = new CompletableFuture<>();
            lastKnown = new CompletableFuture<>();
            var planned = lastPlanned;
            var known = lastKnown;
            ranges.add(
                    threads.submit(() -> read(first, last, parent, knownBefore, planned, known)));
        }
    }

    private ChainUpdate.Appended read(
            long first,
            long last,
            CompletableFuture<BlockRef> parent,
            CompletableFuture<Beneficiaries> knownBefore,
            CompletableFuture<BlockRef> planned,
            CompletableFuture<Beneficiaries> known)
            throws InterruptedException, ExecutionException {
        var source = new RangeLogs(requests, sizer, receiptLogs, proven, first, last);
        var header =
                threads.submit(() -> requests.persist(last, chain -> chain.headers(last, last)));
        var contract = spans.contractLogs(source);
        known.complete(knownBefore.get().with(contract.logs()));
        var end = header.get().getFirst();
        planned.complete(end.ref());
        var appended =
                spans.read(
                        source, parent.get(), end.ref(), contract, known.get(), Map.of(last, end));
        sizer.read(last - first + 1, appended.logs().size());
        return appended;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
