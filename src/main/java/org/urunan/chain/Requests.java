package org.urunan.chain;

import java.util.function.Function;

/** Questions to the endpoints, so many at once, that are given up only when reading ends. */
final class Requests {

    private final Endpoints endpoints;
    private final Flow flow;
    private final long pauseMillis;

    Requests(Endpoints endpoints, Flow flow, long pauseMillis) {
        this.endpoints = endpoints;
        this.flow = flow;
        this.pauseMillis = pauseMillis;
    }

    /** One round over the endpoints, as their patience allows. */
    <T> T ask(long head, Function<Chain, T> question) throws InterruptedException {
        flow.acquire();
        var isCongested = false;
        try {
            return endpoints.ask(head, question);
        } catch (ChainFailure e) {
            isCongested = !(e instanceof ChainFailure.RangeTooWide);
            throw e;
        } finally {
            flow.release(isCongested);
        }
    }

    /** Asks until there is an answer. */
    <T> T persist(long head, Function<Chain, T> question) throws InterruptedException {
        while (true) {
            try {
                return ask(head, question);
            } catch (ChainFailure e) {
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
