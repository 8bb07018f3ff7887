package org.urunan.chain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one endpoint, for {@code /status}.
 *
 * @param name scheme, host and port: never the path, which may hold an access key
 * @param isUsed false while the endpoint rests after failures, or is of another chain
 * @param latest the highest block it told; null before its first answer
 * @param latency a moving average of its answers
 * @param requests since the start
 * @param failures since the start
 * @param lastFailure a sentence; null if there was none
 */
public record EndpointHealth(
        String name,
        boolean isUsed,
        @Nullable BlockRef latest,
        Duration latency,
        long requests,
        long failures,
        @Nullable String lastFailure,
        @Nullable Instant lastFailureAt) {}
