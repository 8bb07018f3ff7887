package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.urunan.support.SetClock;

class StandstillTest {

    private final SetClock clock = new SetClock();
    private final Standstill standstill = new Standstill(clock);

    @Test
    void aLedgerThatReadsSaysNothing() {
        assertThat(standstill.look(null)).isEmpty();
    }

    @Test
    void theReasonIsToldAtOnceAndThenOnceAMinute() {
        assertThat(standstill.look("block 7 is null"))
                .contains("The ledger waits for the chain: block 7 is null");
        clock.pass(Duration.ofSeconds(59));
        assertThat(standstill.look("block 8 is null")).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(standstill.look("block 9 is null"))
                .contains("The ledger waits for the chain: block 9 is null");
    }

    @Test
    void thatItGoesOnIsToldOnce() {
        standstill.look("no endpoint answers");
        assertThat(standstill.look(null)).contains("The chain can be read again.");
        assertThat(standstill.look(null)).isEmpty();
    }

    @Test
    void anEndpointThatFailsEverySecondTimeDoesNotFloodTheLog() {
        standstill.look("429");
        standstill.look(null);
        assertThat(standstill.look("429")).isEmpty();
        assertThat(standstill.look(null)).isEmpty();
    }
}
