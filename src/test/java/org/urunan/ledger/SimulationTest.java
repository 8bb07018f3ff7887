package org.urunan.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.support.TestDatabase;

/**
 * Whatever happens, the ledger ends as the chain says. {@code bin/simulate} runs other seeds, and
 * more of them.
 */
class SimulationTest {

    /** Seeds that once failed run for ever. */
    private static final long[] KEPT = {2355, 5203};

    /** Who runs thousands likes to see that it goes on. */
    private static final int WORTH_TELLING = 500;

    /** Seeds wait more than they compute. */
    private static final int AT_ONCE = 4;

    @ParameterizedTest
    @EnumSource
    void whateverHappensTheLedgerEndsAsTheChainSays(TestDatabase.Kind kind) throws Exception {
        var first = Long.getLong("simulation.first", 1);
        var count = Long.getLong("simulation.seeds", 150);
        var seeds =
                LongStream.concat(LongStream.of(KEPT), LongStream.range(first, first + count))
                        .boxed()
                        .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var runs =
                    Stream.generate(() -> executor.submit(() -> run(seeds, kind)))
                            .limit(AT_ONCE)
                            .toList();
            for (var run : runs) {
                run.get();
            }
        }
    }

    private static Void run(Queue<Long> seeds, TestDatabase.Kind kind) {
        try (var database = TestDatabase.of(kind)) {
            for (var seed = seeds.poll(); seed != null; seed = seeds.poll()) {
                run(seed, database, seeds);
                if (seed % WORTH_TELLING == 0) {
                    System.out.printf("%s: past seed %d%n", kind, seed);
                }
            }
        }
        return null;
    }

    private static void run(long seed, TestDatabase database, Queue<Long> seeds) {
        try {
            database.empty();
            Simulation.run(seed, database);
        } catch (Throwable e) {
            seeds.clear();
            throw new AssertionError(
                    "Seed %d failed; run it again by: bin/simulate 1 %d".formatted(seed, seed), e);
        }
    }
}
