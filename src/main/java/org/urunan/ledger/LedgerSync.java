package org.urunan.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.ChainConfig;
import org.urunan.chain.ChainReader;
import org.urunan.chain.Endpoints;
import org.urunan.chain.ReaderSettings;
import org.urunan.database.Database;
import org.urunan.database.WriterLock;
import org.urunan.money.Address;
import org.urunan.money.TokenList;

/** Keeps this node's ledger as long as the node runs, on a thread of its own. */
@Singleton
public final class LedgerSync {

    private static final long PATIENCE_MILLIS = 10_000;

    private final LedgerConfig config;
    private final ChainConfig chain;
    private final TokenList tokens;
    private final Endpoints endpoints;
    private final Event<LedgerChange> changes;
    private @Nullable SyncLoop loop;
    private @Nullable Thread thread;

    LedgerSync(
            LedgerConfig config,
            ChainConfig chain,
            TokenList tokens,
            Endpoints endpoints,
            Event<LedgerChange> changes) {
        this.config = config;
        this.chain = chain;
        this.tokens = tokens;
        this.endpoints = endpoints;
        this.changes = changes;
    }

    /** Stops the node's start with a sentence if the database holds another ledger. */
    void start(
            @Observes @Priority(500) StartupEvent event,
            DataSource source,
            Database database,
            Clock clock) {
        var ledger = Ledger.open(database, origin(), tokens);
        if (config.write()) {
            var surroundings =
                    new SyncLoop.Surroundings(
                            () -> WriterLock.tryAcquire(source),
                            point -> new ChainReader(endpoints, settings(), point),
                            new Follower(database),
                            changes::fire,
                            clock);
            var created = new SyncLoop(ledger, surroundings, config);
            loop = created;
            thread = Thread.ofPlatform().name("ledger").daemon().start(created);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = loop;
        var itsThread = thread;
        if (running != null && itsThread != null) {
            running.stop(itsThread);
            itsThread.join(PATIENCE_MILLIS);
        }
    }

    /** Any thread. */
    public SyncStatus status() {
        var running = loop;
        return running == null
                ? new SyncStatus(SyncStatus.State.IDLE, null, null, null)
                : running.status();
    }

    private LedgerOrigin origin() {
        return new LedgerOrigin(
                chain.id(),
                Address.parse(chain.contract()),
                tokens.hash(),
                chain.startBlock(),
                chain.nativeBlocks());
    }

    private ReaderSettings settings() {
        return ReaderSettings.of(chain, tokens.tokens());
    }
}
