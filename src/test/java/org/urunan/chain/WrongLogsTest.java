package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.Falsified;

/** Endpoints whose answers leave out, repeat, mix up or alter logs: nothing is lost by it. */
@Timeout(30)
class WrongLogsTest {

    @AutoClose private final Scene scene = new Scene();

    @Test
    void oneLogMissingFromSomeAnswersOnce() throws Exception {
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs ->
                        logs.size() > 3 && answers.incrementAndGet() % 5 == 1
                                ? Falsified.without(logs, logs.size() / 2)
                                : logs);
        scene.readHistoryAndHead();
    }

    @Test
    void oneLogAlwaysMissingIsTakenFromTheReceipts() throws Exception {
        scene.hide(log -> log.blockNumber() == 77);
        scene.readHistoryAndHead();
    }

    @Test
    void anOutgoingTransferAlwaysMissingIsTakenFromTheReceipts() throws Exception {
        scene.mineHistory(40, 1);
        scene.chain.mine(Scene.spend(1), Scene.spend(2));
        scene.chain.mine(Scene.donate(3), Scene.spend(4));
        scene.chain.mineEmpty(1);
        scene.endpoint.tellLogs(
                logs -> logs.stream().filter(log -> !isSpent(log, 2) && !isSpent(log, 4)).toList());
        scene.chain.finalise(scene.chain.head());
        scene.start().readAll();
        assertThat(scene.replica.logs).filteredOn(log -> isSpent(log, 4)).hasSize(1);
        scene.assertThatTheTruthWasRead();
    }

    private static boolean isSpent(ChainLog log, int amount) {
        return log instanceof ChainLog.Transferred it
                && it.from().equals(Scene.BENEFICIARY)
                && it.amount().intValue() == amount;
    }

    @Test
    void aChangedAmountIsTakenFromTheReceipts() throws Exception {
        scene.endpoint.tellLogs(logs -> logs.stream().map(WrongLogsTest::doubled).toList());
        scene.readHistoryAndHead();
    }

    private static ChainLog doubled(ChainLog log) {
        return log instanceof ChainLog.Transferred it && it.place().blockNumber() == 60
                ? Falsified.of(it.amount().shiftLeft(1), it)
                : log;
    }

    @Test
    void anEmptyAnswerInsteadOfLogsOnce() throws Exception {
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs -> logs.size() > 3 && answers.incrementAndGet() == 2 ? List.of() : logs);
        scene.readHistoryAndHead();
    }

    @Test
    void withBloomsAloneAnEmptyRangeIsFoundToo() throws Exception {
        scene.audit = AuditDepth.BLOOMS;
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs -> logs.size() > 3 && answers.incrementAndGet() == 2 ? List.of() : logs);
        scene.readHistoryAndHead();
    }

    @ParameterizedTest
    @EnumSource(
            value = AuditDepth.class,
            names = {"BLOOMS", "RECEIPTS"})
    void emptyAnswersOfTheHeadAreNotBelieved(AuditDepth audit) throws Exception {
        scene.audit = audit;
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(logs -> answers.incrementAndGet() % 3 == 0 ? List.of() : logs);
        scene.mineHistory(60, 3);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTwentiethOfBlocksAnsweredWithNull(long seed) throws Exception {
        var random = new Random(seed);
        scene.endpoint.tellHeaders(
                headers -> headers.stream().filter(_ -> random.nextInt(20) > 0).toList());
        scene.readHistoryAndHead();
    }

    @Test
    void logsTwiceAreAskedForAgain() throws Exception {
        once(Falsified::lastTwice);
        scene.readHistoryAndHead();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 90})
    void aBlockWhoseLogsAreAlwaysToldTwiceIsTakenFromItsReceipts(long finalised) throws Exception {
        scene.mineHistory(90, 3);
        scene.endpoint.tellLogs(
                logs ->
                        logs.stream().anyMatch(WrongLogsTest::isIn77)
                                ? Falsified.lastTwice(logs)
                                : logs);
        scene.chain.finalise(finalised);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
    }

    private static boolean isIn77(ChainLog log) {
        return log.place().blockNumber() == 77;
    }

    @Test
    void logsOutOfOrderAreAskedForAgain() throws Exception {
        once(
                logs -> {
                    var shuffled = new ArrayList<>(logs);
                    Collections.swap(shuffled, 0, logs.size() - 1);
                    return shuffled;
                });
        scene.readHistoryAndHead();
    }

    @Test
    void logsOfAnotherRangeAreAskedForAgain() throws Exception {
        scene.mineHistory(200, 3);
        var other = new FakeEndpoint(scene.chain);
        once(logs -> other.logs(new LogFilter.OfContract(Scene.CONTRACT), 190, 195).logs());
        scene.chain.finalise(150);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
    }

    /** Changes the second answer that has logs, and no other. */
    private void once(UnaryOperator<List<ChainLog>> change) {
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs ->
                        logs.size() > 1 && answers.incrementAndGet() == 2
                                ? change.apply(logs)
                                : logs);
    }
}
