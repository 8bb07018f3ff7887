package org.urunan.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.ChainConfig;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.Endpoints;
import org.urunan.database.Database;

/**
 * Runs the {@link Reconciler} now and then, on the node that writes, and not while history is being
 * read. Whatever fails is tried again.
 */
@Singleton
final class Reconciling {

    private static final Logger LOG = Logger.getLogger(Reconciling.class);

    private final ReconciliationConfig config;
    private final LedgerSync sync;
    private final LedgerReads reads;
    private final Reconciler reconciler;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable String complaint;

    Reconciling(
            ReconciliationConfig config,
            ChainConfig chain,
            LedgerSync sync,
            LedgerReads reads,
            Database database,
            Endpoints endpoints) {
        this.config = config;
        this.sync = sync;
        this.reads = reads;
        this.reconciler = new Reconciler(database, endpoints::balances, chain.batchSize());
    }

    void start(@Observes @Priority(600) StartupEvent event) {
        if (config.enabled()) {
            Thread.ofPlatform().name("reconciliation").daemon().start(this::run);
        }
    }

    /** Not by an interrupt: H2 does not survive one. */
    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            do {
                reconcile();
            } while (!stopping.await(config.interval().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile() {
        try {
            if (isTime()) {
                reconciler.run(this::mayGoOn);
                complaint = null;
            }
        } catch (ChainFailure e) {
            complain(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (mayGoOn()) {
                LOG.warn("Balances were not compared", e);
            }
        }
    }

    private boolean isTime() {
        return sync.status().state() == SyncStatus.State.WRITING
                && reads.read(LedgerView::status).lagBlocks() <= FirstBackfill.NEAR;
    }

    /** Once, and not as long as the same goes on. */
    private void complain(String sentence) {
        if (!sentence.equals(complaint)) {
            LOG.warnf("Balances were not compared: %s", sentence);
        }
        complaint = sentence;
    }

    private boolean mayGoOn() {
        return stopping.getCount() > 0;
    }
}
