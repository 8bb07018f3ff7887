package org.urunan.chain;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/**
 * Reads one chain from where its ledger stands. Used by one thread at a time; after any failure a
 * new reader goes on from {@code Ledger.resume()}.
 *
 * <p>Below the finalised head history is read in ranges ({@link Backfill}), above it the head is
 * followed block by block ({@link Live}); an {@link Auditor} goes behind. What it finds wrong is
 * read again and handed on as {@link ChainUpdate.Reorged}.
 */
public final class ChainReader implements AutoCloseable {

    private static final int MOST_UNAUDITED_BLOCKS = 200_000;
    private static final long MOST_BLOCKS_A_RANGE = 10_000;
    private static final long MOST_WHOLE_BLOCKS_A_RANGE = 500;

    /** While history is read: each one costs the ledger a database transaction. */
    private static final Duration FINALITY_IN_HISTORY = Duration.ofMillis(500);

    private final Endpoints endpoints;
    private final ReaderSettings settings;
    private final ResumePoint start;
    private final Requests requests;
    private final RangeSizer sizer;
    private final BloomCheck blooms = new BloomCheck();
    private final Proven proven = new Proven();

    private @Nullable Following following;
    private @Nullable Backfill backfill;
    private @Nullable BlockRef readAgainFrom;
    private Beneficiaries known;
    private boolean isIdle;

    /** Donors wait for new blocks, nobody for finality; but it has its turn after every one. */
    private boolean isFinalityDue;

    private long nextFinality = System.nanoTime();
    private volatile @Nullable BlockHeader latest;
    private volatile @Nullable BlockHeader finalised;
    private volatile @Nullable String waiting;
    private volatile @Nullable Auditor auditor;

    /** What exists once the first block's parent is known. */
    private record Following(Window window, Live live) {}

    public ChainReader(Endpoints endpoints, ReaderSettings settings, ResumePoint start) {
        this.endpoints = endpoints;
        this.settings = settings;
        this.start = start;
        this.known = new Beneficiaries(start.beneficiaries());
        this.requests =
                new Requests(endpoints, new Flow(), Math.min(1_000, settings.poll().toMillis()));
        this.sizer =
                new RangeSizer(
                        settings.readNatives() ? MOST_WHOLE_BLOCKS_A_RANGE : MOST_BLOCKS_A_RANGE);
    }

    /** Any thread. */
    public ReaderStatus status() {
        var head = latest;
        var last = finalised;
        var audit = auditor;
        return new ReaderStatus(
                head == null ? null : head.ref(),
                last == null ? null : last.ref(),
                audit == null ? null : audit.verified(),
                waiting,
                audit == null ? null : audit.alarm());
    }

    /**
     * What happened since the update before, which is taken to be applied. Waits until there is
     * something, or about one poll.
     *
     * @throws ChainFailure if no endpoint has answered yet
     * @throws ReorgBelowFinality if the chain replaced what was final
     * @throws StartReplaced if the chain replaced what comes before the start, and nothing is final
     */
    public ChainUpdate next() throws InterruptedException {
        if (isIdle) {
            endpoints.wake().await(settings.poll());
        }
        try {
            var update = look();
            waiting = null;
            isIdle = update instanceof ChainUpdate.UpToDate;
            return update;
        } catch (ChainFailure e) {
            isIdle = true;
            waiting = e.getMessage();
            closeBackfill();
            var head = latest;
            if (head == null) {
                throw e;
            }
            return new ChainUpdate.UpToDate(head.ref());
        }
    }

    private ChainUpdate look() throws InterruptedException {
        var following = following();
        readAgainIfAuditSaysSo(following.window);
        if (backfill == null) {
            var head = lookAtHeads(following);
            var isCanonical = isCanonical(following.window.cursor());
            if (!isCanonical) {
                return orUpToDate(following, following.live.reorg(head, known));
            }
            startBackfill(following.window);
        }
        var isBlockFirst = backfill == null && !isFinalityDue;
        if (isBlockFirst) {
            isFinalityDue = true;
            var block = newBlocks(following);
            if (block != null) {
                return orUpToDate(following, block);
            }
        }
        isFinalityDue = false;
        var ready = finality(following.window);
        if (ready != null) {
            return ready;
        }
        if (backfill != null) {
            return orUpToDate(
                    following, awaitsAudit(following.window) ? null : readHistory(backfill));
        }
        return orUpToDate(following, isBlockFirst ? null : newBlocks(following));
    }

    private @Nullable ChainUpdate newBlocks(Following following) throws InterruptedException {
        var head = latest;
        return head == null ? null : following.live.step(head, known);
    }

    private Following following() {
        var existing = following;
        if (existing != null) {
            return existing;
        }
        var base = start.finalised() != null ? start.finalised() : beforeStart();
        var cursor = start.cursor() != null ? start.cursor() : base;
        var window = new Window(cursor, base, start.unfinalised());
        var created =
                new Following(window, new Live(settings, endpoints, requests, blooms, window));
        if (settings.audit() != AuditDepth.NONE) {
            auditor =
                    new Auditor(
                            new Audit(settings, endpoints, blooms),
                            window,
                            endpoints,
                            proven,
                            base,
                            known,
                            settings.poll());
        }
        following = created;
        return created;
    }

    private BlockRef beforeStart() {
        var number = settings.startBlock() - 1;
        return number < 0
                ? new BlockRef(-1, Hash.ZERO)
                : endpoints.ask(number, chain -> chain.headers(number, number)).getFirst().ref();
    }

    private BlockHeader lookAtHeads(Following following) {
        var before = latest;
        var head = following.live.latest();
        if (finalised == null || before == null || !before.hash().equals(head.hash())) {
            finalised = endpoints.ask(Chain::finalised);
        }
        latest = head;
        proceedWithAudit(following.window);
        return head;
    }

    /** Only asked for where the next look would not show it: on the first look, and in history. */
    private boolean isCanonical(BlockRef cursor) {
        var last = finalised;
        if (last == null || last.number() < cursor.number() || cursor.number() < 0) {
            return true;
        }
        var header =
                endpoints.ask(
                        cursor.number(),
                        chain -> chain.headers(cursor.number(), cursor.number()).getFirst());
        return header.hash().equals(cursor.hash());
    }

    private void startBackfill(Window window) {
        var last = finalised;
        if (last != null && last.number() > window.cursor().number()) {
            backfill =
                    new Backfill(
                            settings,
                            requests,
                            sizer,
                            proven,
                            window.cursor(),
                            known,
                            last.number());
        }
    }

    /** What is not audited yet is kept in memory: reading waits before it becomes too much. */
    private boolean awaitsAudit(Window window) {
        return auditor != null && auditor.alarm() == null && window.size() > MOST_UNAUDITED_BLOCKS;
    }

    private ChainUpdate.@Nullable Appended readHistory(Backfill history)
            throws InterruptedException {
        var appended = history.poll(settings.poll());
        if (history.isDone()) {
            closeBackfill();
        }
        return appended;
    }

    private @Nullable ChainUpdate finality(Window window) {
        var last = finalised;
        if (last == null) {
            return null;
        }
        var bound = Math.min(last.number(), window.cursor().number());
        var audit = auditor;
        bound = audit == null ? bound : Math.min(bound, audit.verified().number());
        var known = window.hash(last.number());
        if (known != null && !known.equals(last.hash())) {
            return null; // read on another branch, as the next look will show
        }
        var block = window.lastKnown(bound);
        var isSoon = backfill != null && System.nanoTime() < nextFinality;
        if (isSoon || block.number() <= window.base().number()) {
            return null;
        }
        nextFinality = System.nanoTime() + FINALITY_IN_HISTORY.toNanos();
        window.finalise(block);
        return new ChainUpdate.Finalised(block);
    }

    private ChainUpdate orUpToDate(Following following, @Nullable ChainUpdate update) {
        var handed = update == null ? null : take(following.window, update);
        if (handed != null) {
            return handed;
        }
        var head = latest;
        return new ChainUpdate.UpToDate(head == null ? following.window.cursor() : head.ref());
    }

    /** From here on the update is taken to be applied. */
    private ChainUpdate take(Window window, ChainUpdate update) {
        if (update instanceof ChainUpdate.Reorged reorged) {
            readAgainFrom = null;
            known = known.until(reorged.ancestor().number());
            window.cutTo(reorged.ancestor());
            if (auditor != null) {
                auditor.cutTo(reorged.ancestor());
            }
            reorged.replacement().forEach(appended -> append(window, appended));
        } else if (update instanceof ChainUpdate.Appended appended) {
            append(window, appended);
        }
        proceedWithAudit(window);
        var from = readAgainFrom;
        if (from != null && update instanceof ChainUpdate.Appended appended) {
            readAgainFrom = null;
            return new ChainUpdate.Reorged(from, List.of(appended));
        }
        return update;
    }

    private void append(Window window, ChainUpdate.Appended appended) {
        known = known.with(appended.logs());
        window.append(appended);
    }

    private void proceedWithAudit(Window window) {
        var last = finalised;
        if (auditor != null && last != null && readAgainFrom == null) {
            var goesFirst = backfill != null && window.size() < MOST_UNAUDITED_BLOCKS / 2;
            auditor.proceed(known, last.number(), goesFirst);
        }
    }

    private void readAgainIfAuditSaysSo(Window window) {
        var mismatch = auditor == null ? null : auditor.takeMismatch();
        if (mismatch != null) {
            closeBackfill();
            readAgainFrom = mismatch.verified();
            known = known.until(mismatch.verified().number());
            window.cutTo(mismatch.verified());
        }
    }

    private void closeBackfill() {
        if (backfill != null) {
            backfill.close();
            backfill = null;
        }
    }

    @Override
    public void close() {
        closeBackfill();
        if (auditor != null) {
            auditor.close();
        }
    }
}
