package org.urunan.peer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.urunan.content.ContentStore;
import org.urunan.content.WantList;
import org.urunan.content.WantList.Wanted;

/**
 * The loop that asks peers for what is wanted. Peers can withhold; they can neither forge (bytes
 * are taken by their hash) nor fill a disk (only what is wanted is stored).
 */
@Startup
@Singleton
public final class PeerFetcher {

    private static final Logger LOG = Logger.getLogger(PeerFetcher.class);
    private static final long ROUND_MILLIS = 1_000;
    private static final int MOST_A_ROUND = 64;

    private final Peers peers;
    private final WantList wantList;
    private final ContentStore contents;
    private final PeerClient client;
    private final int atOnce;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public PeerFetcher(Peers peers, WantList wantList, ContentStore contents, PeerConfig config) {
        this.peers = peers;
        this.wantList = wantList;
        this.contents = contents;
        this.atOnce = config.atOnce();
        this.client = new PeerClient(config.deadline());
        this.thread = Thread.ofVirtual().name("peer-fetcher").unstarted(this::run);
        if (!peers.isEmpty()) {
            thread.start();
        }
    }

    /** Never interrupted: H2 closes its files under an interrupted thread. */
    private void run() {
        try {
            while (!stopped.await(round() ? 0 : ROUND_MILLIS, MILLISECONDS)) {
                // The next round.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks for what is due, a few contents at a time; all of it is decided before this returns.
     *
     * @return whether anything came, so that it is worth going on at once
     */
    private boolean round() throws InterruptedException {
        var delivered = new AtomicInteger();
        var free = new Semaphore(atOnce);
        for (var wanted : due()) {
            free.acquire();
            Thread.startVirtualThread(
                    () -> {
                        try {
                            delivered.addAndGet(isDelivered(wanted) ? 1 : 0);
                        } finally {
                            free.release();
                        }
                    });
        }
        free.acquire(atOnce);
        return delivered.get() > 0;
    }

    private List<Wanted> due() {
        try {
            var isIdle = stopped.getCount() == 0 || peers.toAsk().isEmpty();
            return isIdle ? List.of() : wantList.due(MOST_A_ROUND);
        } catch (RuntimeException e) {
            LOG.errorf(e, "What is wanted could not be read; once more.");
            return List.of();
        }
    }

    private boolean isDelivered(Wanted wanted) {
        try {
            switch (ask(wanted)) {
                case Fetched.Delivered(var bytes) -> {
                    return contents.fulfil(bytes);
                }
                case Fetched.Failed _ -> wantList.defer(wanted);
                default -> wantList.postpone(wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "The content %s could not be taken; it is asked for again.", wanted.cid());
        }
        return false;
    }

    /** The first delivery; otherwise an answer of somebody; a failure only if nobody answered. */
    private Fetched ask(Wanted wanted) throws InterruptedException {
        Fetched best = new Fetched.Failed("no peer could be asked");
        for (var peer : peers.toAsk()) {
            var result = client.fetch(peer.url(), wanted);
            peer.learn(result);
            if (result instanceof Fetched.Delivered) {
                return result;
            }
            if (result instanceof Fetched.Lied(var reason)) {
                LOG.warnf("The peer %s is left alone for a while: %s.", peer.url(), reason);
            }
            best = result instanceof Fetched.Failed ? best : result;
        }
        return best;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped.countDown();
        client.close();
        thread.join();
    }
}
