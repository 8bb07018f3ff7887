package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class ApiStreamTest extends SampleTest {

    @Inject Event<Changes> changes;
    @Inject ApiStream api;

    @TestHTTPResource("/api/v1/stream")
    URI stream;

    @Test
    @Timeout(60)
    void listenerIsToldToLookAtEverythingOnceAndThenOnlyWhatKindOfThingChanged() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(stream).build();
            try (var answer = client.send(request, BodyHandlers.ofLines()).body()) {
                var lines = answer.iterator();
                assertThat(next(lines, "event:")).isEqualTo("block");
                assertThat(next(lines, "data:")).contains(heads.last().asOf().hash().toString());
                // Totals or texts may have changed while nobody listened.
                assertThat(next(lines, "event:")).isEqualTo("ledger");
                assertThat(next(lines, "event:")).isEqualTo("campaigns");

                changes.fire(new Changes(heads.last().asOf(), List.of("ledger")));

                assertThat(next(lines, "event:")).isEqualTo("ledger");
                assertThat(next(lines, "data:"))
                        .isEqualTo(
                                "{\"number\":%d,\"hash\":\"%s\"}"
                                        .formatted(
                                                heads.last().asOf().number(),
                                                heads.last().asOf().hash()));
            } finally {
                client.shutdownNow();
            }
        }
    }

    @Test
    void listenerWhoIsSlowMissesNothing() throws Exception {
        var listener = new Listener();
        api.stream().subscribe(listener);
        for (var kind : List.of("block", "ledger", "block")) {
            changes.fire(new Changes(heads.last().asOf(), List.of(kind)));
        }
        listener.take(Long.MAX_VALUE);
        await(() -> listener.heard.size() >= 6);
        assertThat(List.copyOf(listener.heard).subList(3, 6))
                .containsExactly("block", "ledger", "block");
        listener.subscription.cancel();
        await(() -> api.listeners() == 0);
    }

    /** Whoever comes back is told to look at everything. */
    @Test
    void listenerWhoTakesNothingForLongIsSentAway() throws Exception {
        var listener = new Listener();
        api.stream().subscribe(listener);
        for (var i = 0; i < 1_000; i++) {
            changes.fire(new Changes(heads.last().asOf(), List.of("block")));
        }
        listener.take(Long.MAX_VALUE);
        assertThat(listener.end.get(10, TimeUnit.SECONDS)).isTrue();
        await(() -> api.listeners() == 0);
    }

    /** Takes what everyone is told first, and then as much as is said. */
    private static final class Listener implements Flow.Subscriber<OutboundSseEvent> {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private Flow.Subscription subscription;

        void take(long events) {
            subscription.request(events);
        }

        @Override
        public void onSubscribe(Flow.Subscription created) {
            subscription = created;
            take(Changes.KINDS.size());
        }

        @Override
        public void onNext(OutboundSseEvent event) {
            if (event.getName() != null) { // not a heartbeat
                heard.add(event.getName());
            }
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(true);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (var i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static String next(Iterator<String> lines, String field) {
        while (true) {
            var line = lines.next();
            if (line.startsWith(field)) {
                return line.substring(field.length()).strip();
            }
        }
    }
}
