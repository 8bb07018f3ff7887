package org.urunan.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint with what experience with it has taught: rests while it fails in a row or limits its
 * rate, is not used while it tells another chain id.
 */
final class Endpoint {

    private static final Duration IDENTITY_HOLDS = Duration.ofMinutes(1);

    private final CheckedChain chain;
    private final long chainId;
    private final Patience patience;
    private final Clock clock;

    private Instant restsUntil = Instant.MIN;
    private Instant identifiedUntil = Instant.MIN;
    private int failuresInARow;
    private int rateLimitsInARow;
    private double latencyNanos;
    private long requests;
    private long failures;
    private @Nullable String lastFailure;
    private @Nullable Instant lastFailureAt;

    Endpoint(Chain chain, long chainId, Patience patience, Clock clock) {
        this.chain = new CheckedChain(chain);
        this.chainId = chainId;
        this.patience = patience;
        this.clock = clock;
    }

    String name() {
        return chain.name();
    }

    /** The highest block it told; −1 before its first answer. */
    long head() {
        var latest = chain.lastLatest();
        return latest == null ? -1 : latest.number();
    }

    /** Whether it told this head, or a higher one. */
    boolean tells(BlockHeader head) {
        var latest = chain.lastLatest();
        return latest != null
                && (latest.number() > head.number() || latest.hash().equals(head.hash()));
    }

    /** What it called final last; null before its first answer. */
    FinalClaims.@Nullable Claim claim() {
        return chain.lastFinalised();
    }

    synchronized Instant restsUntil() {
        return restsUntil;
    }

    boolean rests() {
        return clock.instant().isBefore(restsUntil());
    }

    /**
     * @param head the block the answer needs: an endpoint that is not there yet is not asked,
     *     because some answer "nothing" instead of "not yet"
     */
    <T> T answer(long head, Function<Chain, T> question) {
        var began = System.nanoTime();
        try {
            identify();
            reach(head);
            var answer = question.apply(chain);
            succeeded(System.nanoTime() - began);
            return answer;
        } catch (ChainFailure.RangeTooWide e) {
            succeeded(System.nanoTime() - began);
            throw e;
        } catch (ChainFailure e) {
            failed(e);
            throw e;
        }
    }

    private void identify() {
        synchronized (this) {
            if (clock.instant().isBefore(identifiedUntil)) {
                return;
            }
        }
        var told = chain.chainId();
        if (told != chainId) {
            throw new ChainFailure.WrongAnswer(
                    "%s is an endpoint of chain %d, not of chain %d"
                            .formatted(name(), told, chainId));
        }
        synchronized (this) {
            identifiedUntil = clock.instant().plus(IDENTITY_HOLDS);
        }
    }

    private void reach(long head) {
        if (head() < head && chain.latest().number() < head) {
            throw new ChainFailure.Lagging(
                    "%s is at block %d and does not have block %d yet"
                            .formatted(name(), head(), head));
        }
    }

    private synchronized void succeeded(long nanos) {
        requests++;
        failuresInARow = 0;
        rateLimitsInARow = 0;
        latencyNanos = latencyNanos == 0 ? nanos : latencyNanos * 0.9 + nanos * 0.1;
    }

    private synchronized void failed(ChainFailure failure) {
        requests++;
        failures++;
        lastFailure = failure.getMessage();
        lastFailureAt = clock.instant();
        switch (failure) {
            case ChainFailure.RateLimited limited -> restFor(limited.retryAfter());
            case ChainFailure.Lagging _, ChainFailure.NotSupported _ -> {}
            default -> {
                failuresInARow++;
                if (failuresInARow >= patience.failuresInARow()) {
                    rest(patience.afterFailures(failuresInARow - patience.failuresInARow() + 1));
                }
            }
        }
    }

    private void restFor(Duration retryAfter) {
        rateLimitsInARow++;
        rest(retryAfter.isZero() ? patience.afterFailures(rateLimitsInARow) : retryAfter);
    }

    private void rest(Duration duration) {
        var until =
                clock.instant()
                        .plus(
                                duration.compareTo(patience.longest()) > 0
                                        ? patience.longest()
                                        : duration);
        if (until.isAfter(restsUntil)) {
            restsUntil = until;
        }
    }

    /** Its answers were proved wrong: others come first for a while. */
    synchronized void distrust(String why) {
        failures++;
        lastFailure = why;
        lastFailureAt = clock.instant();
        rest(patience.longest());
    }

    /** Others do not give this head, which it told. */
    void distrustHead(BlockHeader head) {
        chain.forgetLatest();
        distrust(
                "It tells block %d, %s as its head, and no endpoint gives the blocks up to it."
                        .formatted(head.number(), head.hash()));
    }

    synchronized EndpointHealth health() {
        var latest = chain.lastLatest();
        return new EndpointHealth(
                name(),
                !clock.instant().isBefore(restsUntil),
                latest == null ? null : latest.ref(),
                Duration.ofNanos((long) latencyNanos),
                requests,
                failures,
                lastFailure,
                lastFailureAt);
    }
}
