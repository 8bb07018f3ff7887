package org.urunan.chain;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions to the endpoints, so many at once, that are given up only when reading ends. */
final class Requests {

    private final Endpoints endpoints;
    private final Flow flow;
    private final long pauseMillis;
    private final boolean givesUp;
    private volatile @Nullable String failure;

    Requests(Endpoints endpoints, Flow flow, long pauseMillis) {
        this(endpoints, flow, pauseMillis, false);
    }

    private Requests(Endpoints endpoints, Flow flow, long pauseMillis, boolean givesUp) {
        this.endpoints = endpoints;
        this.flow = flow;
        this.pauseMillis = pauseMillis;
        this.givesUp = givesUp;
    }

    /**
     * The same for blocks above finality, given up after one round: they may no longer be on the
     * chain, and whoever waits for them is told why.
     */
    Requests ofOneRound() {
        return new Requests(endpoints, flow, pauseMillis, true);
    }

    /** Why the last round over the endpoints had no answer; null if it had one. Any thread. */
    @Nullable String failure() {
        return failure;
    }

    /** One round over the endpoints, as their patience allows. */
    <T> T ask(long head, Function<Chain, T> question) throws InterruptedException {
        flow.acquire();
        var isCongested = false;
        try {
            var answer = endpoints.ask(head, question);
            failure = null;
            return answer;
        } catch (ChainFailure e) {
            isCongested = !(e instanceof ChainFailure.RangeTooWide);
            failure = isCongested ? e.getMessage() : null;
            throw e;
        } finally {
            flow.release(isCongested);
        }
    }

    /** Asks until there is an answer, unless it gives up. */
    <T> T persist(long head, Function<Chain, T> question) throws InterruptedException {
        while (true) {
            try {
                return ask(head, question);
            } catch (ChainFailure e) {
                if (givesUp) {
                    throw e;
                }
                pause();
            }
        }
    }

    void pause() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread.sleep(pauseMillis);
    }
}
