package org.urunan.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Tells pages that something changed, never what it is now: they fetch that themselves. Events:
 * {@code block} (head or finality moved), {@code ledger}, {@code campaigns}; the data is the block.
 */
@Path("/api/v1/stream")
@ApplicationScoped
public class ApiStream {

    private static final int MOST_LISTENERS = 1_000;

    /** Changes that a listener has not taken yet; with more it may connect again. */
    private static final int MOST_WAITING = 100;

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Sse sse;
    private final Heads heads;
    private final BroadcastProcessor<Changes> changes = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();

    ApiStream(@Context Sse sse, Heads heads) {
        this.sse = sse;
        this.heads = heads;
    }

    void tell(@Observes Changes changed) {
        changes.onNext(changed);
    }

    int listeners() {
        return listeners.get();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Server-sent events: which kind of thing changed, and at which block")
    public Multi<OutboundSseEvent> stream() {
        if (listeners.incrementAndGet() > MOST_LISTENERS) {
            listeners.decrementAndGet();
            throw new Refused(503, ErrorMessages::tooManyListeners);
        }
        var told =
                changes.onOverflow()
                        .buffer(MOST_WAITING)
                        .onItem()
                        .transformToMultiAndConcatenate(
                                changed -> Multi.createFrom().items(events(changed)));
        var alive =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(i -> beat());
        // At once, because between one and the other something could change.
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().items(now()), told, alive)
                .onFailure(BackPressureFailure.class)
                .recoverWithCompletion()
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    /**
     * Whoever connects, or connects again, looks at everything once: anything may have been missed.
     */
    private Stream<OutboundSseEvent> now() {
        var last = heads.last();
        return last == null ? Stream.of(beat()) : events(new Changes(last.asOf(), Changes.KINDS));
    }

    private Stream<OutboundSseEvent> events(Changes changed) {
        var data =
                "{\"number\":%d,\"hash\":\"%s\"}"
                        .formatted(changed.asOf().number(), changed.asOf().hash());
        return changed.kinds().stream()
                .map(kind -> sse.newEventBuilder().name(kind).data(data).build());
    }

    private OutboundSseEvent beat() {
        return sse.newEventBuilder().comment("alive").build();
    }
}
