package org.urunan.chain;

import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/**
 * Reads one chain from where its ledger stands. Used by one thread at a time; after any failure a
 * new reader goes on from {@code Ledger.resume()}.
 *
 * <p>Below the finalised head history is read in ranges ({@link History}), above it the head is
 * followed block by block ({@link Live}); an {@link Auditor} goes behind. What it finds wrong is
 * read again and handed on as {@link ChainUpdate.Reorged}.
 */
public final class ChainReader implements AutoCloseable {

    private final Endpoints endpoints;
    private final ReaderSettings settings;
    private final ResumePoint start;
    private final Requests requests;
    private final WholeBlocks whole;
    private final Proven proven = new Proven();
    private final ChainHeads heads;
    private final History history;
    private final Finality finality = new Finality();

    private volatile @Nullable Following following;
    private volatile @Nullable String waiting;
    private boolean isIdle;

    /** Donors wait for new blocks, nobody for finality; but it has its turn after every one. */
    private boolean isFinalityDue;

    public ChainReader(Endpoints endpoints, ReaderSettings settings, ResumePoint start) {
        this.endpoints = endpoints;
        this.settings = settings;
        this.start = start;
        this.requests =
                new Requests(endpoints, new Flow(), Math.min(1_000, settings.poll().toMillis()));
        this.heads = new ChainHeads(endpoints);
        this.whole = new WholeBlocks(settings.audit());
        this.history = new History(settings, requests, whole, proven);
    }

    /** Any thread. */
    public ReaderStatus status() {
        var latest = heads.latest();
        var finalised = heads.finalised();
        var existing = following;
        var auditor = existing == null ? null : existing.handedOn().auditor();
        var alarm = auditor == null ? null : auditor.alarm();
        return new ReaderStatus(
                latest == null ? null : latest.ref(),
                finalised == null ? null : finalised.ref(),
                auditor == null ? null : auditor.verified(),
                waiting,
                alarm == null ? heads.doubt() : alarm,
                whole.unproved());
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
            var following = following();
            var found = look(following);
            waiting = found == null ? obstacle(following.handedOn()) : null;
            var update = handOn(following.handedOn(), found);
            isIdle = update instanceof ChainUpdate.UpToDate && !isWaitedFor(following.handedOn());
            return update;
        } catch (ChainFailure e) {
            isIdle = true;
            waiting = e.getMessage();
            history.close();
            var existing = following;
            if (existing == null || !heads.isTold()) {
                throw e;
            }
            return upToDate(existing.handedOn().cursor());
        }
    }

    /** History has been waited for already, for one poll, and may be there the next moment. */
    private boolean isWaitedFor(HandedOn handedOn) {
        return history.isBeingRead() && !handedOn.awaitsAudit(heads.finalised());
    }

    private @Nullable String obstacle(HandedOn handedOn) {
        var unaudited = handedOn.waiting(heads.finalised());
        return unaudited == null && history.isBeingRead() ? requests.failure() : unaudited;
    }

    private Following following() {
        var existing = following;
        if (existing != null) {
            return existing;
        }
        var base = start.finalised() != null ? start.finalised() : beforeStart();
        var means = new Following.Means(settings, endpoints, requests, whole, proven);
        var created = Following.from(start, base, means);
        following = created;
        return created;
    }

    private BlockRef beforeStart() {
        var number = settings.startBlock() - 1;
        return number < 0
                ? new BlockRef(-1, Hash.ZERO)
                : endpoints.ask(number, chain -> chain.headers(number, number)).getFirst().ref();
    }

    /** Null if there is nothing to hand on. */
    private @Nullable ChainUpdate look(Following following) throws InterruptedException {
        var handedOn = following.handedOn();
        if (handedOn.isCutByAudit()) {
            history.close();
        }
        if (history.isOverdue()) {
            heads.lookAtFinality(following.window(), true);
            history.proceed(heads.finalised());
        }
        if (!history.isBeingRead()) {
            var head = heads.look(following.live(), following.window());
            handedOn.proceedWithAudit(heads.finalised(), false);
            if (!heads.isCanonical(handedOn.cursor())) {
                return following.live().reorg(head, handedOn.known());
            }
            history.begin(handedOn.cursor(), handedOn.known(), heads.finalised());
            if (!history.isBeingRead() && !handedOn.awaitsAudit(heads.finalised())) {
                return atTheHead(following, head);
            }
        }
        return inHistory(handedOn);
    }

    /** Or at the head, where nothing more is read until it is audited. */
    private @Nullable ChainUpdate inHistory(HandedOn handedOn) throws InterruptedException {
        isFinalityDue = false;
        var ready = finality.next(handedOn, heads.finalised(), true);
        if (ready != null) {
            return ready;
        }
        return handedOn.awaitsAudit(heads.finalised()) ? null : history.poll();
    }

    private @Nullable ChainUpdate atTheHead(Following following, BlockHeader head)
            throws InterruptedException {
        var handedOn = following.handedOn();
        if (!isFinalityDue) {
            isFinalityDue = true;
            var block = following.live().step(head, handedOn.known());
            if (block != null) {
                return block;
            }
            isFinalityDue = false;
            return finality.next(handedOn, heads.finalised(), false);
        }
        isFinalityDue = false;
        var ready = finality.next(handedOn, heads.finalised(), false);
        return ready != null ? ready : following.live().step(head, handedOn.known());
    }

    /** From here on the update is taken to be applied. */
    private ChainUpdate handOn(HandedOn handedOn, @Nullable ChainUpdate update) {
        return switch (update) {
            case null -> upToDate(handedOn.cursor());
            case ChainUpdate.Appended appended -> {
                finality.take(appended.logs().size());
                yield handedOn.take(appended, heads.finalised(), history.isBeingRead());
            }
            case ChainUpdate.Reorged reorged ->
                    handedOn.take(reorged, heads.finalised(), history.isBeingRead());
            case ChainUpdate.Finalised _, ChainUpdate.UpToDate _ -> update;
        };
    }

    private ChainUpdate upToDate(BlockRef cursor) {
        var head = heads.latest();
        return new ChainUpdate.UpToDate(head == null ? cursor : head.ref());
    }

    @Override
    public void close() {
        history.close();
        var existing = following;
        if (existing != null) {
            existing.handedOn().close();
        }
    }
}
