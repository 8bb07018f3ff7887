package org.urunan.peer;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
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

    private final Peers peers;
    private final WantList wantList;
    private final ContentStore contents;
    private final PeerClient client;
    private final int atOnce;
    private final Thread thread;
    private volatile boolean isStopped;

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

    private void run() {
        while (!isStopped) {
            try {
                while (round() && !isStopped) {
                    // More is due: go on at once.
                }
                Thread.sleep(ROUND_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Peers could not be asked for content; once more.");
            }
        }
    }

    /** Asks for what is due, a few contents at a time; all of it is decided before it returns. */
    private boolean round() throws InterruptedException {
        if (peers.toAsk().isEmpty()) {
            return false;
        }
        var due = wantList.due(16 * atOnce);
        var free = new Semaphore(atOnce);
        for (var wanted : due) {
            free.acquire();
            Thread.startVirtualThread(
                    () -> {
                        try {
                            fetch(wanted);
                        } finally {
                            free.release();
                        }
                    });
        }
        free.acquire(atOnce);
        return !due.isEmpty();
    }

    private void fetch(Wanted wanted) {
        try {
            switch (ask(wanted)) {
                case Fetched.Delivered(var bytes) -> contents.fulfil(bytes);
                case Fetched.Failed _ -> wantList.defer(wanted);
                default -> wantList.postpone(wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "The content %s could not be taken; it is asked for again.", wanted.cid());
        }
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
        isStopped = true;
        client.close();
        thread.interrupt();
        thread.join();
    }
}
