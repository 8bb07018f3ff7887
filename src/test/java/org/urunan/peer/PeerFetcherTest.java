package org.urunan.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.WantList;
import org.urunan.database.Database;
import org.urunan.support.TestDatabase;

class PeerFetcherTest {

    private record Settings(Optional<List<String>> urls, Duration deadline, int atOnce)
            implements PeerConfig {
        @Override
        public Duration restAfterLie() {
            return Duration.ofMinutes(10);
        }
    }

    /** A node that serves what it is given, and counts what is asked and how much at one time. */
    private static final class Node implements AutoCloseable {
        private final Map<String, byte[]> held = new ConcurrentHashMap<>();
        private final AtomicInteger questions = new AtomicInteger();
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final HttpServer server;

        Node() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(
                    "/ipfs/",
                    exchange -> {
                        questions.incrementAndGet();
                        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        var bytes = held.get(exchange.getRequestURI().getPath().substring(6));
                        try (exchange) {
                            Thread.sleep(20);
                            // Whoever has the answer may ask again before this is over.
                            atOnce.decrementAndGet();
                            exchange.sendResponseHeaders(
                                    bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
                            if (bytes != null) {
                                exchange.getResponseBody().write(bytes);
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
            server.start();
        }

        void holds(byte[] bytes) {
            held.put(Cid.of(bytes).toString(), bytes);
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private final TestDatabase tables = TestDatabase.of(TestDatabase.Kind.H2);
    private final Database database = new Database(tables);
    private final ContentStore contents = new ContentStore(database, Clock.systemUTC());
    private Node node;
    private PeerFetcher fetcher;
    private Peers peers;

    @BeforeEach
    void startNode() throws IOException {
        node = new Node();
    }

    @AfterEach
    void stop() throws InterruptedException {
        fetcher.stop();
        node.close();
        tables.close();
    }

    private void fetchFrom(String... urls) {
        var settings = new Settings(Optional.of(Arrays.asList(urls)), Duration.ofSeconds(2), 3);
        peers = new Peers(settings, Clock.systemUTC());
        fetcher =
                new PeerFetcher(
                        peers, new WantList(database, Clock.systemUTC()), contents, settings);
    }

    private static byte[] bytes(int seed) {
        return new byte[] {(byte) seed, (byte) (seed >> 8), 7};
    }

    private void want(byte[] bytes) {
        database.write(
                t ->
                        t.change(
                                """
                                insert into wanted (hash, max_size, tries, next_try)
                                values (?, 65536, 0, 0)
                                """,
                                Cid.of(bytes).hash()));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (var i = 0; i < 150 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private boolean isHeld(byte[] bytes) {
        return contents.get(Cid.of(bytes)).isPresent();
    }

    @Test
    void wantedContentArrivesAFewAtATime() throws Exception {
        for (var i = 0; i < 100; i++) {
            node.holds(bytes(i));
            want(bytes(i));
        }
        fetchFrom(node.url());
        until(() -> contents.counts().held() == 100);
        assertThat(contents.counts().wanted()).isZero();
        assertThat(node.mostAtOnce.get()).isBetween(2, 3);
        assertThat(peers.health().getFirst().isWell()).isTrue();
        assertThat(peers.health().getFirst().publicUrl()).isNull();
        assertThat(peers.health().getFirst().delivered()).isEqualTo(100);
    }

    @Test
    void whatNobodyNamedIsNeitherAskedForNorStored() throws Exception {
        node.holds(bytes(1));
        node.holds(bytes(2));
        want(bytes(1));
        fetchFrom(node.url());
        until(() -> isHeld(bytes(1)));
        Thread.sleep(1_500);
        assertThat(node.questions.get()).isOne();
        assertThat(tables.rows("select hash from content")).hasSize(1);
    }

    @Test
    void aLyingPeerIsLeftAloneAndAnotherOneAsked() throws Exception {
        try (var liar = HostilePeer.sending("HTTP/1.1 200 OK", new byte[] {6, 6, 6})) {
            for (var i = 0; i < 30; i++) {
                node.holds(bytes(i));
                want(bytes(i));
            }
            fetchFrom(liar.url().toString(), node.url());
            until(() -> contents.counts().held() == 30);
            assertThat(liar.questions()).isLessThanOrEqualTo(3);
            assertThat(peers.health().getFirst().isWell()).isFalse();
            assertThat(peers.health().getFirst().lastFailure()).contains("other bytes");
            assertThat(tables.rows("select hash from content")).hasSize(30);
        }
    }

    @Test
    void contentThatAppearsLaterIsFetchedThen() throws Exception {
        want(bytes(1));
        fetchFrom(node.url());
        until(() -> node.questions.get() >= 2);
        node.holds(bytes(1));
        until(() -> isHeld(bytes(1)));
    }

    @Test
    void aFlippedBitIsFetchedAgain() throws Exception {
        node.holds(bytes(1));
        want(bytes(1));
        fetchFrom(node.url());
        until(() -> isHeld(bytes(1)));
        database.write(t -> t.change("update content set bytes = ?", new byte[] {0}));
        assertThat(contents.get(Cid.of(bytes(1)))).isEmpty();
        want(bytes(1));
        until(() -> isHeld(bytes(1)));
        assertThat(node.questions.get()).isEqualTo(2);
    }

    @Test
    void withoutPeersNobodyIsAsked() throws Exception {
        want(bytes(1));
        fetchFrom();
        Thread.sleep(1_200);
        assertThat(peers.health()).isEmpty();
        assertThat(contents.counts().wanted()).isOne();
    }
}
