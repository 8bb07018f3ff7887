package org.urunan.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.urunan.content.Arrivals;
import org.urunan.ledger.LedgerChange;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerStatus;
import org.urunan.money.Hash;

/**
 * Watches how far the ledger is, whoever writes it, this process or another one on the same
 * database, and whether texts arrived. Whoever wants to know observes {@link News}.
 */
@ApplicationScoped
class Heads {

    /**
     * What there is to know.
     *
     * @param status the cursor, the finalised block, the endpoint's head
     * @param arrivals as {@link Arrivals} counts texts and pictures
     * @param silentSince since when nobody who writes this ledger heard from the chain, if that is
     *     worth saying: the lag in {@code status} may then be too small
     */
    record News(LedgerStatus status, long arrivals, @Nullable Instant silentSince) {}

    private static final Logger LOG = Logger.getLogger(Heads.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A writer says every ten seconds that the chain answers. */
    private static final Duration SILENCE_WORTH_SAYING = Duration.ofMinutes(1);

    private final LedgerReads reads;
    private final Event<News> changed;
    private final Clock clock;
    private volatile @Nullable News last;
    private volatile boolean isReadable;
    private volatile boolean isStopped;
    private final Semaphore news = new Semaphore(0);

    Heads(LedgerReads reads, Event<News> changed, Clock clock) {
        this.reads = reads;
        this.clock = clock;
        this.changed = changed;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("heads").start(this::watch);
    }

    void stop(@Observes ShutdownEvent stopped) {
        isStopped = true;
    }

    /** Not to wait for the next look; the ledger's own thread is not kept. */
    void hear(@Observes LedgerChange change) {
        if (change.isSomething() && news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Null while this node has not read a block, or has not been able to tell. */
    @Nullable LedgerStatus last() {
        var known = last;
        return known == null ? null : known.status();
    }

    /** The same, with what arrived. */
    @Nullable News news() {
        return last;
    }

    /** {@link News#silentSince} */
    @Nullable Instant silentSince() {
        var known = last;
        return known == null ? null : known.silentSince();
    }

    /** Whether the database answered when it was last asked. */
    boolean isReadable() {
        return isReadable;
    }

    /** Looks now. For one thread at a time; the others wait. */
    synchronized void look() {
        var news =
                reads.read(
                        view ->
                                new News(
                                        view.status(),
                                        Arrivals.count(view.snapshot()),
                                        silentSince(view.heard())));
        isReadable = true;
        if (!news.status().asOf().hash().equals(Hash.ZERO) && !news.equals(last)) {
            last = news;
            changed.fire(news);
        }
    }

    private @Nullable Instant silentSince(@Nullable Instant heard) {
        var isLongAgo =
                heard != null && heard.isBefore(clock.instant().minus(SILENCE_WORTH_SAYING));
        return isLongAgo ? heard : null;
    }

    private void watch() {
        while (!isStopped) {
            try {
                look();
                var _ = news.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                complain(e);
            }
        }
    }

    /** Once when it begins, not five times a second. */
    private void complain(RuntimeException failure) {
        if (isReadable) {
            LOG.warn("The ledger cannot be read", failure);
        }
        isReadable = false;
        try {
            Thread.sleep(PAUSE.multipliedBy(5));
        } catch (InterruptedException e) {
            isStopped = true;
        }
    }
}
