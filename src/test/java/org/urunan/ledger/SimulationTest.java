package org.urunan.ledger;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.support.TestDatabase;

/**
 * Whatever happens, the ledger ends as the chain says. {@code bin/simulate} runs other seeds, and
 * more of them.
 */
class SimulationTest {

    /** Seeds that once failed run for ever. */
    private static final long[] KEPT = {};

    @ParameterizedTest
    @EnumSource
    void whateverHappensTheLedgerEndsAsTheChainSays(TestDatabase.Kind kind) {
        var first = Long.getLong("simulation.first", 1);
        var count = Long.getLong("simulation.seeds", 150);
        try (var database = TestDatabase.of(kind)) {
            LongStream.of(KEPT).forEach(seed -> run(seed, database));
            LongStream.range(first, first + count).forEach(seed -> run(seed, database));
        }
    }

    private static void run(long seed, TestDatabase database) {
        try {
            database.empty();
            Simulation.run(seed, database);
        } catch (Throwable e) {
            throw new AssertionError(
                    "Seed %d failed; run it again by: bin/simulate 1 %d".formatted(seed, seed), e);
        }
    }
}
