package org.urunan.chain;

import java.util.function.Function;

/** Questions to the endpoints, so many at once, that are given up only when reading ends. */
final class Requests {

    /** Above finality: a block that is not everywhere yet is there soon, or gone for ever. */
    private static final int FURTHER_ATTEMPTS = 2;

    private final Endpoints endpoints;
    private final Flow flow;
    private final long pauseMillis;
    private final boolean mayBeGone;

    Requests(Endpoints endpoints, Flow flow, long pauseMillis) {
        this(endpoints, flow, pauseMillis, false);
    }

    private Requests(Endpoints endpoints, Flow flow, long pauseMillis, boolean mayBeGone) {
        this.endpoints = endpoints;
        this.flow = flow;
        this.pauseMillis = pauseMillis;
        this.mayBeGone = mayBeGone;
    }

    /**
     * For what a reorg may take away while it is asked for, so that nobody can ever answer: soon
     * given up, and whoever reads looks at the chain again.
     */
    Requests aboveFinality() {
        return new Requests(endpoints, flow, pauseMillis, true);
    }

    /** One round over the endpoints, as their patience allows. */
    <T> T ask(long head, Function<Chain, T> question) throws InterruptedException {
        flow.acquire();
        var isCongested = false;
        try {
            return mayBeGone
                    ? endpoints.askBriefly(head, question, FURTHER_ATTEMPTS)
                    : endpoints.ask(head, question);
        } catch (ChainFailure e) {
            isCongested = !(e instanceof ChainFailure.RangeTooWide);
            throw e;
        } finally {
            flow.release(isCongested);
        }
    }

    /** Asks until there is an answer; above finality, one round. */
    <T> T persist(long head, Function<Chain, T> question) throws InterruptedException {
        while (true) {
            try {
                return ask(head, question);
            } catch (ChainFailure e) {
                if (mayBeGone) {
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
