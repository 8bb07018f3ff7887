package org.urunan.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The finalised head: the highest block that more than half of the endpoints call final, if it is
 * on the chain. What one of them invents, or calls final too early, is not believed while another
 * one tells less. An endpoint that does not answer, or only with what is long past, is taken by its
 * last word, until the chain has gone on without it for a while. Used by one thread.
 */
final class FinalClaims {

    /**
     * What an endpoint called final last.
     *
     * @param head where its head was then
     */
    record Claim(BlockHeader block, long head) {}

    /** Nothing final is ever taken back: the first word of each endpoint is waited for, once. */
    private static final int SECONDS_FOR_FIRST_WORDS = 10;

    private static final int ATTEMPTS = 3;
    private static final int MOST_BEHIND = 20;

    /** Whoever is asked through a balancer hears old servers and new ones in turn. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private static final int LOOKS_BETWEEN_QUESTIONS = 3;

    private final Endpoints endpoints;
    private final Map<Endpoint, CompletableFuture<Boolean>> asked = new HashMap<>();
    private final Map<Endpoint, Instant> behindSince = new HashMap<>();
    private List<Claim> counted = List.of();
    private boolean isAgreed = true;
    private boolean isPending;
    private int looks;
    private volatile @Nullable String doubt;

    FinalClaims(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Why something that is called final is not believed, as a sentence. Any thread. */
    @Nullable String doubt() {
        return doubt;
    }

    /**
     * @param isDue whether there may be something new
     * @return the finalised head; null if nothing else can be said than before
     */
    @Nullable BlockHeader look(Window window, boolean isDue) throws InterruptedException {
        var isOpen =
                isPending || !isAgreed || asked.values().stream().anyMatch(it -> !it.getNow(true));
        if (isDue || (isOpen && ++looks % LOOKS_BETWEEN_QUESTIONS == 0)) {
            ask();
            counted = List.of();
        }
        var claims = told(window.cursor());
        if (claims.equals(counted)) {
            return null;
        }
        counted = claims;
        isAgreed = claims.stream().map(Claim::block).distinct().count() == 1;
        return count(claims, window);
    }

    /** The answers of several count whenever they come, so that no slow one is waited for. */
    private void ask() throws InterruptedException {
        if (endpoints.areSeveral()) {
            var isFirst = asked.isEmpty();
            isPending = asked.values().stream().anyMatch(it -> !it.isDone());
            for (var endpoint : endpoints.all()) {
                if (endpoint.claim() == null || !endpoint.rests()) {
                    asked.compute(endpoint, FinalClaims::ask);
                }
            }
            if (isFirst) {
                awaitFirstWords();
            }
        }
        if (endpoints.all().stream().allMatch(it -> it.claim() == null)
                || !endpoints.areSeveral()) {
            endpoints.ask(Chain::finalised);
        }
    }

    private void awaitFirstWords() throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            asked.entrySet().stream()
                                    .filter(it -> it.getKey().claim() == null)
                                    .map(Map.Entry::getValue)
                                    .toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, SECONDS_FOR_FIRST_WORDS, TimeUnit.SECONDS)
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking for finality failed: " + e.getCause(), e);
        }
    }

    private static CompletableFuture<Boolean> ask(
            Endpoint endpoint, @Nullable CompletableFuture<Boolean> before) {
        return before != null && !before.isDone()
                ? before
                : CompletableFuture.supplyAsync(
                        () -> tell(endpoint), task -> Thread.ofVirtual().start(task));
    }

    /** Whether it told. */
    private static boolean tell(Endpoint endpoint) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                endpoint.answer(
                        0,
                        chain -> {
                            chain.latest();
                            return chain.finalised();
                        });
                return true;
            } catch (ChainFailure e) {
                // Its health says why; its last word counts.
            }
        }
        return false;
    }

    /** Without those that stand still while the chain goes on. */
    private List<Claim> told(BlockRef cursor) {
        var claims = new ArrayList<Claim>();
        for (var endpoint : endpoints.all()) {
            var claim = endpoint.claim();
            if (claim != null && !standsStill(endpoint, claim, cursor)) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private boolean standsStill(Endpoint endpoint, Claim claim, BlockRef cursor) {
        if (claim.head() >= cursor.number() - MOST_BEHIND) {
            behindSince.remove(endpoint);
            return false;
        }
        var now = endpoints.clock().instant();
        var since = behindSince.computeIfAbsent(endpoint, _ -> now);
        return !now.isBefore(since.plus(STANDSTILL));
    }

    private @Nullable BlockHeader count(List<Claim> claims, Window window)
            throws InterruptedException {
        var left = new ArrayList<>(claims);
        left.sort(Comparator.comparingLong((Claim it) -> it.block().number()).reversed());
        while (!left.isEmpty()) {
            var block = left.get(left.size() / 2).block();
            var opinions = Opinions.of(endpoints.all(), block.ref(), window);
            if (opinions.isRight()) {
                doubt = null;
                return block;
            }
            isAgreed = false;
            doubt =
                    "Block %d, %s is called final, but the endpoints do not have it on their chain."
                            .formatted(block.number(), block.hash());
            if (!opinions.isWrong()) {
                return null;
            }
            left.removeIf(it -> it.block().ref().equals(block.ref()));
        }
        return null;
    }
}
