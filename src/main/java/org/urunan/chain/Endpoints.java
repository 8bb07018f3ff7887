package org.urunan.chain;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/**
 * The endpoints of one chain, the best first. A question goes to the first one that does not rest;
 * when it fails, to the others, and again after a while.
 */
public final class Endpoints {

    /** An endpoint that is more blocks behind the others comes after them. */
    private static final int MOST_LAG = 3;

    private final List<Endpoint> endpoints;
    private final Patience patience;
    private final Clock clock;
    private final Wake wake = new Wake();
    private volatile Hash doubted = Hash.ZERO;

    public Endpoints(List<? extends Chain> chains, long chainId, Patience patience, Clock clock) {
        if (chains.isEmpty()) {
            throw new IllegalArgumentException("A chain needs at least one endpoint");
        }
        this.endpoints =
                chains.stream()
                        .map(chain -> new Endpoint(chain, chainId, patience, clock))
                        .toList();
        this.patience = patience;
        this.clock = clock;
    }

    /** Rung when there may be a new block. */
    Wake wake() {
        return wake;
    }

    Clock clock() {
        return clock;
    }

    /** In the configured order. */
    List<Endpoint> all() {
        return endpoints;
    }

    /** In the configured order. */
    public List<EndpointHealth> health() {
        return endpoints.stream().map(Endpoint::health).toList();
    }

    /** Several requests within one question are answered by the same endpoint. */
    public <T> T ask(Function<Chain, T> question) {
        return ask(0, question);
    }

    /**
     * @param head the block the answer needs: only an endpoint that has it is asked
     * @throws ChainFailure the last one, after as many attempts as patience allows; {@link
     *     ChainFailure.RangeTooWide} at once
     */
    <T> T ask(long head, Function<Chain, T> question) {
        Endpoint failing = null;
        for (var attempt = 1; ; attempt++) {
            var endpoint = choose(failing);
            sleep(Duration.between(clock.instant(), endpoint.restsUntil()));
            try {
                return endpoint.answer(head, question);
            } catch (ChainFailure.RangeTooWide e) {
                throw e;
            } catch (ChainFailure e) {
                if (attempt >= patience.attempts()) {
                    throw e;
                }
                if (attempt >= endpoints.size()) {
                    sleep(patience.afterFailures(attempt - endpoints.size() + 1));
                }
                failing = endpoint;
            }
        }
    }

    /**
     * As {@link Chain#balances}; what one endpoint does not know the others are asked for, because
     * few keep old states.
     */
    public List<@Nullable BigInteger> balances(List<Holding> holdings) {
        var head = holdings.stream().mapToLong(it -> it.block().number()).max().orElse(0);
        var balances = new ArrayList<>(ask(head, chain -> chain.balances(holdings)));
        if (areSeveral()) {
            endpoints.forEach(endpoint -> complete(balances, holdings, endpoint));
        }
        return balances;
    }

    private static void complete(
            List<@Nullable BigInteger> balances, List<Holding> holdings, Endpoint endpoint) {
        var missing = new ArrayList<Integer>();
        for (var i = 0; i < balances.size(); i++) {
            if (balances.get(i) == null) {
                missing.add(i);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        try {
            var questions = missing.stream().map(holdings::get).toList();
            var told = endpoint.answer(0, chain -> chain.balances(questions));
            for (var i = 0; i < told.size(); i++) {
                balances.set(missing.get(i), told.get(i));
            }
        } catch (ChainFailure e) {
            // Its health says so; what it could have known stays unknown.
        }
    }

    /** The highest head that any endpoint tells that does not rest. */
    BlockHeader highest() {
        BlockHeader highest = null;
        var now = clock.instant();
        for (var endpoint : endpoints) {
            if (now.isBefore(endpoint.restsUntil())) {
                continue;
            }
            try {
                var latest = endpoint.answer(0, Chain::latest);
                if (highest == null || latest.number() > highest.number()) {
                    highest = latest;
                }
            } catch (ChainFailure e) {
                // Its health says so; the others count.
            }
        }
        return highest == null ? ask(Chain::latest) : highest;
    }

    /** Prefers others to the one that is asked first now, if there are others. */
    void distrustFirst(String why) {
        if (endpoints.size() > 1) {
            choose(null).distrust(why);
        }
    }

    /**
     * Prefers others, if there are others, to those that tell this head or a higher one, because
     * nobody gives it.
     */
    void distrustHead(BlockHeader head) {
        var tellers = endpoints.stream().filter(endpoint -> endpoint.tells(head)).toList();
        if (tellers.size() < endpoints.size()) {
            doubted = head.hash();
            tellers.forEach(endpoint -> endpoint.distrustHead(head));
        }
    }

    /** Whether this is the last head that nobody gave. */
    boolean isDoubted(BlockHeader head) {
        return head.hash().equals(doubted);
    }

    boolean areSeveral() {
        return endpoints.size() > 1;
    }

    private boolean lags(Endpoint endpoint) {
        var highest = endpoints.stream().mapToLong(Endpoint::head).max().orElse(0);
        return endpoint.head() >= 0 && endpoint.head() < highest - MOST_LAG;
    }

    /** The first one that neither rests nor lags, or else the one whose rest ends first. */
    private Endpoint choose(@Nullable Endpoint failing) {
        var now = clock.instant();
        return endpoints.stream()
                .filter(endpoint -> endpoint != failing && !now.isBefore(endpoint.restsUntil()))
                .min(Comparator.comparing(this::lags))
                .orElseGet(
                        () ->
                                failing != null && !now.isBefore(failing.restsUntil())
                                        ? failing
                                        : endpoints.stream()
                                                .min(Comparator.comparing(Endpoint::restsUntil))
                                                .orElseThrow());
    }

    private static void sleep(Duration duration) {
        if (duration.isPositive()) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ChainFailure.Unavailable("Interrupted while waiting", e);
            }
        }
    }
}
