package org.urunan.chain;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Listens for {@code newHeads} by WebSocket, only to wake the reader up: what a message says is not
 * used, and without any message polling goes on. Connects again whenever the connection ends.
 */
final class NewHeads implements AutoCloseable {

    private static final String SUBSCRIBE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}";

    private final HttpClient client;
    private final URI url;
    private final Wake wake;
    private final Duration pause;
    private final Thread thread;

    /**
     * @param pause between two connections
     */
    NewHeads(HttpClient client, URI url, Wake wake, Duration pause) {
        this.client = client;
        this.url = url;
        this.wake = wake;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("new-heads").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                listen();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void listen() throws InterruptedException {
        var ended = new CountDownLatch(1);
        try {
            var socket =
                    client.newWebSocketBuilder()
                            .connectTimeout(pause)
                            .buildAsync(url, new Listener(ended))
                            .get();
            try {
                socket.sendText(SUBSCRIBE, true).get();
                ended.await();
            } finally {
                socket.abort();
            }
        } catch (ExecutionException e) {
            // The endpoint is away; polling tells.
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final CountDownLatch ended;

        Listener(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean isLast) {
            if (isLast) {
                wake.ring();
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(
                WebSocket socket, int statusCode, String reason) {
            ended.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.countDown();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
