package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.SetClock;

/**
 * Endpoints that refuse, fail, lag or have forgotten: nothing is lost by it, and whoever waits says
 * why.
 */
@Timeout(30)
class RefusingEndpointsTest {

    @AutoClose private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFifthRefusedForTheirRateATenthBrokenAndATenthReset(long seed) throws Exception {
        var random = new Random(seed);
        scene.endpoint.fault(
                method -> {
                    switch (random.nextInt(10)) {
                        case 0, 1 ->
                                throw new ChainFailure.RateLimited("429", Duration.ofMillis(1));
                        case 2 -> throw new ChainFailure.Unavailable("503", null);
                        case 3 -> throw new ChainFailure.Unavailable("reset", null);
                        default -> {}
                    }
                });
        scene.readHistoryAndHead();
    }

    @Test
    void rangesAboveTwentyBlocksRefusedWithAHint() throws Exception {
        scene.endpoint.refuseWiderThan(20, true);
        scene.readHistoryAndHead();
    }

    @Test
    void rangesAboveTwentyBlocksRefusedWithoutAHint() throws Exception {
        scene.endpoint.refuseWiderThan(20, false);
        scene.readHistoryAndHead();
    }

    @Test
    void everyRangeRefusedIsReadFromReceipts() throws Exception {
        scene.endpoint.refuseWiderThan(0, false);
        scene.readHistoryAndHead();
    }

    @Test
    void tooManyLogsRefused() throws Exception {
        scene.endpoint.tellLogs(
                logs -> {
                    if (logs.size() > 50) {
                        throw new ChainFailure.RangeTooWide("more than 50 logs", 0);
                    }
                    return logs;
                });
        scene.readHistoryAndHead();
    }

    @Test
    void prunedHistoryIsNeverTakenForNoLogs() throws Exception {
        var answers = new AtomicInteger();
        scene.endpoint.fault(
                method -> {
                    if (method.equals("logs") && answers.incrementAndGet() < 20) {
                        throw new ChainFailure.Pruned("pruned history unavailable");
                    }
                });
        scene.readHistoryAndHead();
    }

    @Test
    void balancesThatOneEndpointHasForgottenAnotherOneIsAskedFor() {
        var archive = new FakeEndpoint(scene.chain, "archive");
        scene.endpoints.add(archive);
        var old = new Holding(Scene.BENEFICIARY, Scene.TOKEN, new BlockRef(1, Hash.ZERO));
        var young = new Holding(Scene.BENEFICIARY, Scene.TOKEN, new BlockRef(2, Hash.ZERO));
        scene.chain.mineEmpty(2);
        scene.endpoint.tellBalances(it -> it.equals(young) ? BigInteger.TWO : null);
        archive.tellBalances(_ -> BigInteger.TEN);
        assertThat(scene.openEndpoints().balances(List.of(old, young)))
                .containsExactly(BigInteger.TEN, BigInteger.TWO);
        archive.fault(
                _ -> {
                    throw new ChainFailure.Unavailable("gone", null);
                });
        assertThat(scene.openEndpoints().balances(List.of(old, young)))
                .containsExactly(null, BigInteger.TWO);
    }

    @Test
    void anEndpointOfAnotherChainIsNeverUsed() throws Exception {
        var stranger = new Scene();
        stranger.mineHistory(300, 1);
        scene.endpoints.addFirst(new FakeEndpoint(stranger.chain, "stranger").pretendChainId(2));
        scene.readHistoryAndHead();
    }

    @Test
    void anEndpointThatLagsIsNotAskedForWhatItDoesNotHave() throws Exception {
        scene.endpoint.lagBehind(10);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.mineHistory(300, 1);
        scene.chain.finalise(280);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
        assertThat(scene.opened.health().getFirst().failures()).isZero();
    }

    @Test
    void anEndpointThatStandsStillHoldsFinalityBackForAMinute() throws Exception {
        var clock = new SetClock();
        scene.clock = clock;
        scene.endpoint.lagBehind(30);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.mineHistory(300, 1);
        scene.chain.finalise(299);
        scene.start();
        scene.read(300);
        assertThat(scene.replica.cursor.number()).isEqualTo(300);
        assertThat(scene.replica.finalised.number()).isEqualTo(270);

        clock.pass(Duration.ofMinutes(1));
        scene.readAll();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void aDeadEndpointIsReplacedByTheNext() throws Exception {
        scene.endpoint.fault(
                _ -> {
                    throw new ChainFailure.Unavailable("connection refused", null);
                });
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.readHistoryAndHead();
    }

    @Test
    void twoEndpointsThatFailByTurnsAreEnough() throws Exception {
        var requests = new AtomicInteger();
        var second = new FakeEndpoint(scene.chain, "second");
        scene.endpoints.add(second);
        FakeEndpoint.Fault byTurns =
                _ -> {
                    if (requests.incrementAndGet() % 4 < 2) {
                        throw new ChainFailure.Unavailable("gone", null);
                    }
                };
        scene.endpoint.fault(byTurns);
        second.fault(byTurns);
        scene.readHistoryAndHead();
    }

    @Test
    void whoeverReadsHistoryFromADeadEndpointSaysSo() throws Exception {
        scene.mineHistory(300, 1);
        scene.chain.finalise(300);
        var requests = new AtomicInteger();
        scene.endpoint.fault(
                method -> {
                    if (method.equals("logs") && requests.incrementAndGet() > 1) {
                        throw new ChainFailure.Unavailable("connection refused", null);
                    }
                });
        scene.start();
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < deadline && scene.reader.status().waiting() == null) {
            scene.read(1);
        }
        assertThat(scene.reader.status().waiting()).contains("connection refused");
        scene.endpoint.fault(_ -> {});
        scene.readAll();
        assertThat(scene.reader.status().waiting()).isNull();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    @Timeout(10)
    void whoeverReadsTheHeadFromADyingEndpointSaysSo() throws Exception {
        scene.readNatives = true;
        scene.mineHistory(3, 1);
        scene.start().readAll();
        scene.chain.mine(Scene.donate(5));
        scene.endpoint.fault(
                method -> {
                    if (method.equals("blocks")) {
                        throw new ChainFailure.Unavailable("connection refused", null);
                    }
                    if (method.equals("headers")) {
                        throw new ChainFailure.Unavailable("connection refused", null);
                    }
                });
        scene.read(1);
        scene.read(1);
        assertThat(scene.reader.status().waiting()).contains("connection refused");
        scene.endpoint.fault(_ -> {});
        scene.readAll();
        assertThat(scene.reader.status().waiting()).isNull();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void historyThatNobodyGivesIsGivenUpWhenLessIsFinal() throws Exception {
        scene.mineHistory(300, 1);
        scene.chain.finalise(300);
        var refused = new AtomicInteger();
        scene.endpoint.fault(
                method -> {
                    if (method.equals("logs") && scene.chain.head() == 300) {
                        refused.incrementAndGet();
                        throw new ChainFailure.Unavailable("not now", null);
                    }
                });
        scene.start();
        while (refused.get() < 3) {
            scene.read(1);
        }
        scene.chain.cut(250);
        scene.chain.mine(Scene.donate(4));
        scene.chain.mineEmpty(20);
        scene.chain.finalise(60);
        scene.readAll();
        assertThat(scene.replica.finalised).isEqualTo(scene.chain.header(60).ref());
        scene.assertThatTheTruthWasRead();
    }
}
