package org.urunan.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's log is told while the ledger waits for the chain: the reason, at most once a
 * minute, and afterwards that it goes on. Used by one thread.
 */
final class Standstill {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant silentUntil = Instant.MIN;
    private boolean isTold;

    Standstill(Clock clock) {
        this.clock = clock;
    }

    /**
     * To be asked after each look at the chain.
     *
     * @param reason why nothing could be read or called final; null if all is well
     * @return what to log now
     */
    Optional<String> look(@Nullable String reason) {
        if (reason == null) {
            var wasTold = isTold;
            isTold = false;
            return wasTold ? Optional.of("The chain can be read again.") : Optional.empty();
        }
        var now = clock.instant();
        if (now.isBefore(silentUntil)) {
            return Optional.empty();
        }
        silentUntil = now.plus(SILENCE);
        isTold = true;
        return Optional.of("The ledger waits for the chain: " + reason);
    }
}
