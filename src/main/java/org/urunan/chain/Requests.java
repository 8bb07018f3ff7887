package org.urunan.chain;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions to the endpoints, so many at once, that are given up only when reading ends. */
final class Requests {

    private final Endpoints endpoints;
    private final Flow flow;
    private final long pauseMillis;
    private final @Nullable BlockRef block;

    Requests(Endpoints endpoints, Flow flow, long pauseMillis) {
        this(endpoints, flow, pauseMillis, null);
    }

    private Requests(Endpoints endpoints, Flow flow, long pauseMillis, @Nullable BlockRef block) {
        this.endpoints = endpoints;
        this.flow = flow;
        this.pauseMillis = pauseMillis;
        this.block = block;
    }

    /**
     * The same for a block above finality, given up as well when it is no longer on the chain: what
     * was in it nobody may be able to answer any more.
     */
    Requests whileOnChain(BlockRef block) {
        return new Requests(endpoints, flow, pauseMillis, block);
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
                if (isReplaced()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private boolean isReplaced() {
        if (block == null) {
            return false;
        }
        try {
            var number = block.number();
            var now = endpoints.ask(chain -> chain.headers(number, number)).getFirst();
            return !now.hash().equals(block.hash());
        } catch (ChainFailure e) {
            return e instanceof ChainFailure.Lagging;
        }
    }

    void pause() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread.sleep(pauseMillis);
    }
}
