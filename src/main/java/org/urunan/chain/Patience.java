package org.urunan.chain;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long and how often failing endpoints are asked again.
 *
 * @param first the wait after a first failure; doubles with each further one
 * @param longest of such waits, and of an endpoint's rest
 * @param attempts how often one question is asked, over all endpoints
 * @param failuresInARow after which an endpoint rests while others are asked
 */
public record Patience(Duration first, Duration longest, int attempts, int failuresInARow) {

    public static final Patience USUAL =
            new Patience(Duration.ofMillis(100), Duration.ofSeconds(30), 8, 5);

    /** A wait with jitter (half to whole), so that nodes do not return all at once. */
    Duration afterFailures(int count) {
        var doubled = first.toNanos() << Math.min(Math.max(count - 1, 0), 20);
        var nanos = doubled <= 0 ? longest.toNanos() : Math.min(doubled, longest.toNanos());
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
    }
}
