package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.AuditDepth;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.ChainReader;
import org.urunan.chain.Endpoints;
import org.urunan.chain.Patience;
import org.urunan.chain.ReaderSettings;
import org.urunan.chain.ResumePoint;
import org.urunan.database.Database;
import org.urunan.database.WriterLock;
import org.urunan.support.FailingDataSource;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.SetClock;
import org.urunan.support.TestDatabase;
import org.urunan.support.TestDatabase.Kind;

class SyncLoopTest {

    private record Settings(
            boolean write, Duration firstRetry, Duration longestRetry, Duration followInterval)
            implements LedgerConfig {}

    private static final LedgerConfig SETTINGS =
            new Settings(true, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(5));

    private static final LedgerOrigin ORIGIN =
            new LedgerOrigin(Books.CHAIN_ID, Books.ORIGIN.contract(), Books.TOKENS.hash(), 0, true);

    /** A running node, as far as the ledger is concerned. */
    private final class Node {
        private final List<LedgerChange> told = new CopyOnWriteArrayList<>();
        private final SyncLoop loop;
        private final Thread thread;

        private Node(DataSource source) {
            var surroundings =
                    new SyncLoop.Surroundings(
                            () -> WriterLock.tryAcquire(source),
                            SyncLoopTest.this::reader,
                            new Follower(new Database(source)),
                            told::add,
                            clock);
            loop =
                    new SyncLoop(
                            Ledger.open(new Database(database), ORIGIN, Books.TOKENS),
                            surroundings,
                            SETTINGS);
            thread = Thread.ofPlatform().start(loop);
            nodes.add(this);
        }

        private void stop() throws InterruptedException {
            loop.stop(thread);
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }

        private SyncStatus.State state() {
            return loop.status().state();
        }
    }

    private final FakeChain chain = new FakeChain(Books.CHAIN_ID);
    private final FakeEndpoint endpoint = new FakeEndpoint(chain);
    private final RandomTraffic traffic = new RandomTraffic(new Random(1));
    private final List<Node> nodes = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private TestDatabase database;

    private ChainReader reader(ResumePoint point) {
        return new ChainReader(
                new Endpoints(
                        List.of(endpoint),
                        Books.CHAIN_ID,
                        new Patience(Duration.ofMillis(1), Duration.ofMillis(2), 2, 5),
                        Clock.systemUTC()),
                new ReaderSettings(
                        ORIGIN.contract(),
                        Set.of(Books.DOLLAR, Books.COCOA),
                        Set.of(Books.DOLLAR),
                        0,
                        true,
                        Duration.ofMillis(2),
                        AuditDepth.BLOOMS,
                        500,
                        50),
                point);
    }

    private void mine(int blocks) {
        for (var i = 0; i < blocks; i++) {
            chain.mine(traffic.block());
        }
    }

    private void assertHoldsTheChain() throws InterruptedException {
        var last = chain.header(chain.head()).ref();
        eventually(() -> status().asOf().equals(last));
        Books.assertHolds(database, List.of(Truth.of(chain, ORIGIN)), ORIGIN, status().finalised());
    }

    private LedgerStatus status() {
        return new LedgerReads(new Database(database), Books.TOKENS).read(LedgerView::status);
    }

    private Instant heard() {
        return new LedgerReads(new Database(database), Books.TOKENS).read(LedgerView::heard);
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (var node : nodes) {
            node.stop();
        }
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whenTheChainAnsweredLastIsThereForEveryNode(Kind kind) throws InterruptedException {
        database = TestDatabase.of(kind);
        mine(3);
        new Node(database);
        eventually(() -> clock.instant().equals(heard()));
        clock.pass(Duration.ofSeconds(11));
        eventually(() -> clock.instant().equals(heard()));

        endpoint.fault(
                _ -> {
                    throw new ChainFailure.Unavailable("no answer", new IOException());
                });
        var requests = endpoint.requests();
        eventually(() -> endpoint.requests() > requests + 20);
        var last = clock.instant();
        clock.pass(Duration.ofSeconds(11));
        var later = endpoint.requests();
        eventually(() -> endpoint.requests() > later + 20);
        assertThat(heard()).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource
    void itFollowsTheChainAndTellsWhatChanged(Kind kind) throws InterruptedException {
        database = TestDatabase.of(kind);
        mine(20);
        var node = new Node(database);
        assertHoldsTheChain();
        assertThat(node.state()).isEqualTo(SyncStatus.State.WRITING);
        synchronized (chain) {
            chain.cut(3);
            mine(4);
        }
        assertHoldsTheChain();
        eventually(() -> node.told.getLast().asOf().equals(status().asOf()));
        assertThat(node.told.stream().mapToInt(LedgerChange::added).sum())
                .isEqualTo(
                        database.rows("select position from entry").size()
                                + node.told.stream().mapToInt(LedgerChange::removed).sum());
        assertThat(node.loop.status().lastReorg().depth()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whateverFailsItGoesOnFromWhatIsStored(Kind kind) throws InterruptedException {
        database = TestDatabase.of(kind);
        mine(10);
        endpoint.fault(
                _ -> {
                    throw new ChainFailure.Unavailable("connection refused", null);
                });
        var node = new Node(new FailingDataSource(database, 2, false));
        eventually(() -> node.state() == SyncStatus.State.RETRYING);
        assertThat(node.loop.status().failure()).isNotBlank();
        endpoint.fault(_ -> {});
        assertHoldsTheChain();
        eventually(() -> node.loop.status().failure() == null);
    }

    @Test
    void aReorgBelowFinalityStopsItLoudly() throws InterruptedException {
        database = TestDatabase.of(Kind.H2);
        mine(10);
        chain.finalise(8);
        var node = new Node(database);
        eventually(() -> status().finalised().number() == 8);
        synchronized (chain) {
            chain.cut(5);
            mine(6);
        }
        eventually(() -> node.state() == SyncStatus.State.STOPPED);
        assertThat(node.loop.status().failure()).contains("was final");
        assertThat(node.thread.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void ofTwoNodesOnOneDatabaseOneWritesAndTheOtherTakesOver() throws InterruptedException {
        database = TestDatabase.of(Kind.POSTGRESQL);
        mine(10);
        var one = new Node(database);
        eventually(() -> one.state() == SyncStatus.State.WRITING);
        var two = new Node(database);
        eventually(() -> two.state() == SyncStatus.State.FOLLOWING);
        assertHoldsTheChain();
        mine(5);
        eventually(() -> !two.told.isEmpty() && two.told.getLast().asOf().number() == chain.head());
        one.stop();
        eventually(() -> two.state() == SyncStatus.State.WRITING);
        mine(5);
        assertHoldsTheChain();
    }

    @Test
    void aWriterWhoseLockIsGoneLetsAnotherWrite() throws InterruptedException {
        database = TestDatabase.of(Kind.POSTGRESQL);
        mine(5);
        var one = new Node(database);
        eventually(() -> one.state() == SyncStatus.State.WRITING);
        database.execute(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
        mine(5);
        assertHoldsTheChain();
        eventually(() -> one.state() == SyncStatus.State.WRITING);
    }
}
