package org.urunan.peer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One configured peer, with what experience with it has taught. For many threads. */
final class Peer {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    private final PeerUrl url;
    private final Clock clock;
    private final Duration restAfterLie;
    private final RandomGenerator random = RandomGenerator.getDefault();

    private int failuresInARow;
    private long delivered;
    private Instant restsUntil = Instant.MIN;
    private @Nullable Instant lastAnswerAt;
    private @Nullable String lastFailure;

    Peer(PeerUrl url, Clock clock, Duration restAfterLie) {
        this.url = url;
        this.clock = clock;
        this.restAfterLie = restAfterLie;
    }

    PeerUrl url() {
        return url;
    }

    synchronized boolean isResting() {
        return clock.instant().isBefore(restsUntil);
    }

    synchronized int failuresInARow() {
        return failuresInARow;
    }

    synchronized void learn(Fetched result) {
        switch (result) {
            case Fetched.Delivered _ -> {
                delivered++;
                answered();
            }
            case Fetched.Absent _ -> answered();
            case Fetched.Failed(var reason) -> {
                var rest = FIRST_REST.multipliedBy(1L << Math.min(failuresInARow, MOST_DOUBLINGS));
                failed(reason, rest);
            }
            case Fetched.Lied(var reason) -> failed(reason, restAfterLie);
        }
    }

    private void answered() {
        failuresInARow = 0;
        lastFailure = null;
        lastAnswerAt = clock.instant();
    }

    private void failed(String reason, Duration rest) {
        failuresInARow++;
        lastFailure = reason;
        var jitter = random.nextLong(rest.toMillis() / 2 + 1);
        restsUntil = clock.instant().plus(rest).plusMillis(jitter);
    }

    synchronized PeerHealth health() {
        return new PeerHealth(
                Reach.isLocalName(url.host()) ? null : url.toString(),
                lastAnswerAt != null && lastFailure == null,
                delivered,
                lastAnswerAt,
                lastFailure);
    }
}
