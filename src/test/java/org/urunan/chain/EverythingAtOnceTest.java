package org.urunan.chain;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.Falsified;

/** Failures, lies, reorgs and restarts at once. */
@Timeout(30)
class EverythingAtOnceTest {

    @AutoClose private final Scene scene = new Scene();

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingAtOnceWhileTheChainGrowsAndReorganises(long seed) throws Exception {
        var random = new Random(seed);
        var lies = new Random(seed + 1_000);
        scene.mineHistory(150, 3);
        scene.chain.finalise(100);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint
                .fault(
                        _ -> {
                            if (random.nextInt(5) == 0) {
                                throw new ChainFailure.Unavailable("gone", null);
                            }
                        })
                .tellLogs(
                        logs ->
                                logs.size() > 3 && lies.nextInt(6) == 0
                                        ? Falsified.without(logs, lies.nextInt(logs.size()))
                                        : logs);
        scene.start();
        var script = new Random(seed + 2_000);
        for (var round = 0; round < 30; round++) {
            scene.read(1 + script.nextInt(3));
            if (script.nextInt(3) == 0) {
                scene.chain.cut(1 + script.nextInt(5));
            }
            for (var i = script.nextInt(7); i >= 0; i--) {
                scene.chain.mine(Scene.donate(round + 1), Scene.transfer(i + 1));
            }
            scene.chain.finalise(Math.max(scene.chain.finalised(), scene.chain.head() - 40));
            if (script.nextInt(6) == 0) {
                scene.restart();
            }
        }
        scene.chain.mineEmpty(50);
        scene.chain.finalise(scene.chain.head() - 1);
        scene.readAll();
        scene.assertThatTheTruthWasRead();
    }

    /** {@code -Durunan.seeds=1000} tries more of them. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("urunan.seeds", 10));
    }
}
