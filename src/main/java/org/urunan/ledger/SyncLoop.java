package org.urunan.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainReader;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ReaderStatus;
import org.urunan.chain.ReorgBelowFinality;
import org.urunan.chain.ResumePoint;
import org.urunan.database.WriterLock;

/**
 * Reads the chain into the ledger, for ever: whatever fails, a new reader goes on from what is
 * stored. Ends when its thread is interrupted, or when the chain replaced what was final.
 */
final class SyncLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(SyncLoop.class);

    /** How often it is written down that the chain answers. */
    private static final Duration BETWEEN_HEARINGS = Duration.ofSeconds(10);

    /** The rest of the node, as far as the loop needs it. */
    record Surroundings(
            Supplier<Optional<WriterLock>> lock,
            Function<ResumePoint, ChainReader> readers,
            Follower follower,
            Consumer<LedgerChange> listener,
            Clock clock) {}

    private final Ledger ledger;
    private final Surroundings node;
    private final LedgerConfig config;
    private final Standstill standstill;

    private final Undisturbed database = new Undisturbed();
    private long failuresInARow;
    private Instant heard = Instant.EPOCH;
    private volatile SyncStatus.State state = SyncStatus.State.IDLE;
    private volatile @Nullable String failure;
    private volatile SyncStatus.@Nullable LastReorg lastReorg;
    private volatile @Nullable ChainReader reader;

    SyncLoop(Ledger ledger, Surroundings node, LedgerConfig config) {
        this.ledger = ledger;
        this.node = node;
        this.config = config;
        this.standstill = new Standstill(node.clock());
    }

    /** Any thread. */
    SyncStatus status() {
        var current = reader;
        return new SyncStatus(state, failure, lastReorg, current == null ? null : current.status());
    }

    /** Ends the loop that runs on {@code thread}, between two updates. */
    void stop(Thread thread) {
        database.end(thread);
    }

    @Override
    public void run() {
        try {
            while (!database.isEnded()) {
                attempt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (state != SyncStatus.State.STOPPED) {
            state = SyncStatus.State.IDLE;
        }
    }

    private void attempt() throws InterruptedException {
        try {
            var lock = database.use(node.lock());
            if (lock.isPresent()) {
                writeWhile(lock.get());
            } else {
                follow();
            }
        } catch (ReorgBelowFinality e) {
            LOG.fatal(e.getMessage());
            failure = e.getMessage();
            state = SyncStatus.State.STOPPED;
            database.end();
        } catch (RuntimeException e) {
            retryLater(e);
        }
    }

    private void writeWhile(WriterLock lock) throws InterruptedException {
        try (lock;
                var current = node.readers().apply(database.use(ledger::resume))) {
            reader = current;
            state = SyncStatus.State.WRITING;
            while (database.use(lock::isHeld)) {
                step(current);
            }
        } finally {
            reader = null;
        }
    }

    private void step(ChainReader current) throws InterruptedException {
        var before = ledger.cursor();
        var update = current.next();
        standstill.look(obstacle(current.status())).ifPresent(LOG::warn);
        var change = database.use(() -> ledger.apply(update));
        failuresInARow = 0;
        failure = null;
        if (current.status().waiting() == null) {
            hear();
        }
        if (update instanceof Reorged reorged) {
            tell(reorged, before);
        }
        if (change.isSomething()) {
            tell(change);
        }
    }

    private void hear() throws InterruptedException {
        var now = node.clock().instant();
        if (now.isAfter(heard.plus(BETWEEN_HEARINGS))) {
            heard = now;
            database.use(
                    () -> {
                        ledger.hear(now);
                        return now;
                    });
        }
    }

    private static @Nullable String obstacle(ReaderStatus status) {
        return status.waiting() == null ? status.alarm() : status.waiting();
    }

    /** Whoever listens cannot stop the ledger. */
    private void tell(LedgerChange change) {
        try {
            node.listener().accept(change);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A listener failed at block %d", change.asOf().number());
        }
    }

    private void follow() throws InterruptedException {
        state = SyncStatus.State.FOLLOWING;
        failure = null;
        failuresInARow = 0;
        database.use(node.follower()::look).ifPresent(this::tell);
        TimeUnit.NANOSECONDS.sleep(config.followInterval().toNanos());
    }

    private void tell(Reorged reorged, BlockRef before) {
        var depth = before.number() - reorged.ancestor().number();
        lastReorg = new SyncStatus.LastReorg(reorged.ancestor(), depth, node.clock().instant());
        LOG.infof(
                "The chain replaced %d blocks above block %d.", depth, reorged.ancestor().number());
    }

    private void retryLater(RuntimeException e) throws InterruptedException {
        failuresInARow++;
        failure = String.valueOf(e.getMessage());
        state = SyncStatus.State.RETRYING;
        var doubled = config.firstRetry().toNanos() << Math.min(failuresInARow - 1, 20);
        var wait = Math.min(doubled, config.longestRetry().toNanos());
        LOG.warnf(e, "The ledger goes on in %d ms: %s", wait / 1_000_000, e.getMessage());
        TimeUnit.NANOSECONDS.sleep(wait);
    }
}
