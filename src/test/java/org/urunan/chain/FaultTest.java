package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeTx;

/** What endpoints do wrong, and that nothing is lost by it: the faults of docs/performance. */
@Timeout(30)
class FaultTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

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
        readHistoryAndHead();
    }

    @Test
    void oneLogMissingFromSomeAnswersOnce() throws Exception {
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs ->
                        logs.size() > 3 && answers.incrementAndGet() % 5 == 1
                                ? without(logs, logs.size() / 2)
                                : logs);
        readHistoryAndHead();
    }

    @Test
    void oneLogAlwaysMissingIsTakenFromTheReceipts() throws Exception {
        scene.endpoint.tellLogs(
                logs -> logs.stream().filter(log -> log.place().blockNumber() != 77).toList());
        readHistoryAndHead();
    }

    /** A ledger has no rows of blocks without logs, and cannot go back to one of them. */
    @Test
    void whatWasReadWronglyIsReadAgainFromABlockThatIsStored() throws Exception {
        scene.chain.mine(Scene.announce());
        for (var i = 0; i < 100; i++) {
            scene.chain.mineEmpty(9);
            scene.chain.mine(Scene.donate(1));
        }
        scene.endpoint.tellLogs(
                logs ->
                        logs.stream()
                                .filter(log -> log.place().blockNumber() % 100 != 51)
                                .toList());
        scene.chain.finalise(scene.chain.head());
        scene.start().readAll();
        assertThatTheTruthWasRead();
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
        assertThatTheTruthWasRead();
    }

    private static boolean isSpent(ChainLog log, int amount) {
        return log instanceof ChainLog.Transferred it
                && it.from().equals(Scene.BENEFICIARY)
                && it.amount().intValue() == amount;
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
    void aChangedAmountIsTakenFromTheReceipts() throws Exception {
        scene.endpoint.tellLogs(logs -> logs.stream().map(FaultTest::doubled).toList());
        readHistoryAndHead();
    }

    @Test
    void anEmptyAnswerInsteadOfLogsOnce() throws Exception {
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs -> logs.size() > 3 && answers.incrementAndGet() == 2 ? List.of() : logs);
        readHistoryAndHead();
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
        assertThatTheTruthWasRead();
    }

    @Test
    void withBloomsAloneAnEmptyRangeIsFoundToo() throws Exception {
        scene.audit = AuditDepth.BLOOMS;
        var answers = new AtomicInteger();
        scene.endpoint.tellLogs(
                logs -> logs.size() > 3 && answers.incrementAndGet() == 2 ? List.of() : logs);
        readHistoryAndHead();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTwentiethOfBlocksAnsweredWithNull(long seed) throws Exception {
        var random = new Random(seed);
        scene.endpoint.tellHeaders(
                headers -> headers.stream().filter(_ -> random.nextInt(20) > 0).toList());
        readHistoryAndHead();
    }

    @Test
    void rangesAboveTwentyBlocksRefusedWithAHint() throws Exception {
        scene.endpoint.refuseWiderThan(20, true);
        readHistoryAndHead();
    }

    @Test
    void rangesAboveTwentyBlocksRefusedWithoutAHint() throws Exception {
        scene.endpoint.refuseWiderThan(20, false);
        readHistoryAndHead();
    }

    @Test
    void everyRangeRefusedIsReadFromReceipts() throws Exception {
        scene.endpoint.refuseWiderThan(0, false);
        readHistoryAndHead();
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
        readHistoryAndHead();
    }

    @Test
    void logsTwiceAreAskedForAgain() throws Exception {
        once(
                logs -> {
                    var twice = new ArrayList<>(logs);
                    twice.add(logs.getLast());
                    return twice;
                });
        readHistoryAndHead();
    }

    @Test
    void logsOutOfOrderAreAskedForAgain() throws Exception {
        once(
                logs -> {
                    var shuffled = new ArrayList<>(logs);
                    Collections.swap(shuffled, 0, logs.size() - 1);
                    return shuffled;
                });
        readHistoryAndHead();
    }

    @Test
    void logsOfAnotherRangeAreAskedForAgain() throws Exception {
        scene.mineHistory(200, 3);
        var other = new FakeEndpoint(scene.chain);
        once(logs -> other.logs(new LogFilter.OfContract(Scene.CONTRACT), 190, 195).logs());
        scene.chain.finalise(150);
        scene.start().readAll();
        assertThatTheTruthWasRead();
    }

    @Test
    void anEndpointOfAnotherChainIsNeverUsed() throws Exception {
        var stranger = new Scene();
        stranger.mineHistory(300, 1);
        scene.endpoints.addFirst(new FakeEndpoint(stranger.chain, "stranger").pretendChainId(2));
        readHistoryAndHead();
    }

    @Test
    void aDeadEndpointIsReplacedByTheNext() throws Exception {
        scene.endpoint.fault(
                _ -> {
                    throw new ChainFailure.Unavailable("connection refused", null);
                });
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        readHistoryAndHead();
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
        assertThatTheTruthWasRead();
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
        assertThatTheTruthWasRead();
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
        readHistoryAndHead();
    }

    @Test
    void anEndpointThatLagsIsNotAskedForWhatItDoesNotHave() throws Exception {
        scene.endpoint.lagBehind(30);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        readHistoryAndHead();
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
        readHistoryAndHead();
    }

    @Test
    void whereNobodyCanBeRightNothingIsCalledFinal() throws Exception {
        scene.mineHistory(100, 4);
        scene.endpoint.tellLogs(
                logs -> logs.stream().filter(log -> log.place().blockNumber() != 50).toList());
        scene.endpoint.tellReceipts(
                receipts ->
                        receipts.stream()
                                .filter(
                                        it ->
                                                it.logs().isEmpty()
                                                        || it.logs()
                                                                        .getFirst()
                                                                        .place()
                                                                        .blockNumber()
                                                                != 50)
                                .toList());
        scene.chain.finalise(100);
        scene.start();
        var deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (System.nanoTime() < deadline && scene.reader.status().alarm() == null) {
            scene.read(1);
        }
        scene.read(20);
        assertThat(scene.reader.status().alarm()).contains("The audit holds at block");
        assertThat(scene.replica.finalised == null ? 0 : scene.replica.finalised.number())
                .isLessThan(50);
        scene.endpoint.tellLogs(it -> it).tellReceipts(it -> it);
        scene.readAll();
        assertThat(scene.reader.status().alarm()).isNull();
        assertThatTheTruthWasRead();
    }

    @Test
    void aMissingLogIsFoundAfterARestartToo() throws Exception {
        scene.mineHistory(100, 4);
        scene.audit = AuditDepth.NONE;
        scene.endpoint.tellLogs(
                logs ->
                        logs.stream()
                                .filter(
                                        log ->
                                                log.place().blockNumber() != 50
                                                        || log.place().index() != 3)
                                .toList());
        scene.start();
        while (scene.replica.cursor == null || scene.replica.cursor.number() < 100) {
            scene.read(1);
        }
        assertThat(scene.replica.logs).hasSize(scene.truth().size() - 1);
        scene.audit = AuditDepth.RECEIPTS;
        scene.endpoint.tellLogs(it -> it);
        scene.chain.mineEmpty(10);
        scene.chain.finalise(100);
        scene.restart();
        scene.readAll();
        assertThatTheTruthWasRead();
    }

    @Test
    void anAuditDuringWhichTheChainWasReplacedProvesNothing() throws Exception {
        var hasBegun = new CountDownLatch(1);
        var isReplaced = new CountDownLatch(1);
        scene.mineHistory(6, 1);
        scene.start().readAll();
        scene.endpoint.tellReceipts(
                receipts -> {
                    var number = receipts.getFirst().logs().getFirst().place().blockNumber();
                    if (number == 5 && hasBegun.getCount() > 0) {
                        hasBegun.countDown();
                        await(isReplaced);
                    }
                    return receipts;
                });
        scene.chain.finalise(5);
        scene.chain.mineEmpty(1);
        scene.read(1);
        assertThat(hasBegun.await(5, TimeUnit.SECONDS)).isTrue();
        scene.chain.cut(4);
        for (var i = 0; i < 6; i++) {
            scene.chain.mine(Scene.donate(10 + i));
        }
        while (!scene.chain.header(9).ref().equals(scene.replica.cursor)) {
            scene.read(1);
        }
        isReplaced.countDown();
        scene.chain.mineEmpty(1);
        scene.chain.finalise(8);
        scene.readAll();
        assertThat(scene.reader.status().alarm()).isNull();
        assertThatTheTruthWasRead();
    }

    /** What was compared with the new branch was of the old one, and told rightly. */
    @Test
    void nobodyIsDistrustedBecauseTheChainWasReplacedDuringAnAudit() throws Exception {
        var hasBegun = new CountDownLatch(1);
        var isReplaced = new CountDownLatch(1);
        var isOver = new CountDownLatch(1);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.mineHistory(6, 1);
        scene.start().readAll();
        scene.endpoint.tellReceipts(
                receipts -> {
                    var number = receipts.getFirst().logs().getFirst().place().blockNumber();
                    if (number == 4 && hasBegun.getCount() > 0) {
                        hasBegun.countDown();
                        await(isReplaced);
                    } else if (number >= 4) {
                        isOver.countDown(); // the next audit has begun
                    }
                    return receipts;
                });
        scene.chain.finalise(5);
        scene.chain.mineEmpty(1);
        while (hasBegun.getCount() > 0) {
            scene.read(1);
        }
        scene.chain.cut(3);
        for (var i = 0; i < 6; i++) {
            scene.chain.mine(Scene.donate(10 + i));
        }
        while (!scene.chain.header(10).ref().equals(scene.replica.cursor)) {
            scene.read(1);
        }
        isReplaced.countDown();
        scene.readAll();
        assertThat(isOver.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(scene.opened.health())
                .extracting(EndpointHealth::lastFailure)
                .containsOnlyNulls();
        assertThatTheTruthWasRead();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aHeadThatOneEndpointInventsHoldsNothingUp() throws Exception {
        var liar = new FakeEndpoint(scene.chain, "liar");
        scene.endpoints.add(liar);
        liar.tellLatest(FaultTest::farAhead);
        readHistoryAndHead();
        for (var i = 0; i < 30; i++) {
            scene.chain.mine(Scene.donate(i + 1));
            scene.readAll();
        }
        assertThatTheTruthWasRead();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNextBlockThatTheFirstEndpointInventsHoldsNothingUp(boolean isLinked) throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint.tellLatest(
                it ->
                        isLinked
                                ? invented(it.number() + 1, it.hash())
                                : invented(it.number(), NONE));
        readHistoryAndHead();
        for (var i = 0; i < 30; i++) {
            scene.chain.mine(Scene.donate(i + 1));
            scene.readAll();
        }
        assertThatTheTruthWasRead();
    }

    @Test
    void aFinalisedHeadThatOneEndpointInventsIsNotBelieved() throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint.tellFinalised(FaultTest::farAhead);
        readHistoryAndHead();
        assertThat(scene.replica.finalised).isEqualTo(scene.chain.header(300).ref());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60})
    void aFinalisedHeadOfAnotherHashIsNotBelieved(long number) throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint.tellFinalised(_ -> invented(number, NONE));
        readHistoryAndHead();
        assertThat(scene.replica.finalised).isEqualTo(scene.chain.header(300).ref());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 80})
    void whatOneEndpointCallsFinalTooEarlyIsNotFinal(long finalised) throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint.tellFinalised(_ -> scene.chain.header(scene.chain.head()));
        scene.mineHistory(100, 2);
        scene.chain.finalise(finalised);
        scene.start().readAll();
        scene.read(20);
        assertThat(scene.replica.finalised == null ? 0 : scene.replica.finalised.number())
                .isEqualTo(finalised);
        scene.chain.cut(15);
        scene.chain.mine(Scene.donate(3));
        scene.chain.mineEmpty(20);
        scene.readAll();
        assertThatTheTruthWasRead();
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 1_000_000})
    void aFinalisedHeadThatTheOnlyEndpointInventsIsSaidAndGivenUp(long number) throws Exception {
        scene.mineHistory(100, 2);
        scene.endpoint.tellFinalised(_ -> invented(number, NONE));
        scene.start();
        while (!scene.chain.header(100).ref().equals(scene.replica.cursor)) {
            scene.read(1);
        }
        scene.read(20);
        assertThat(scene.reader.status().alarm()).contains("is called final");
        assertThat(scene.replica.finalised).isNull();
        scene.endpoint.tellFinalised(it -> it);
        scene.chain.finalise(90);
        scene.readAll();
        assertThat(scene.reader.status().alarm()).isNull();
        assertThatTheTruthWasRead();
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
        assertThatTheTruthWasRead();
    }

    private static final Hash NONE = Hash.keccak256(new byte[3]);

    private static BlockHeader invented(long number, Hash parent) {
        var hash = Hash.keccak256(new byte[] {1, (byte) number});
        return new BlockHeader(number, hash, parent, 1, NONE, NONE, Bloom.EMPTY, false);
    }

    private static BlockHeader farAhead(BlockHeader it) {
        return invented(it.number() + 1_000_000, it.parentHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 90})
    void aBlockWhoseLogsAreAlwaysToldTwiceIsTakenFromItsReceipts(long finalised) throws Exception {
        scene.mineHistory(90, 3);
        scene.endpoint.tellLogs(
                logs -> {
                    var last = logs.isEmpty() ? null : logs.getLast();
                    if (last == null || logs.stream().noneMatch(FaultTest::isIn77)) {
                        return logs;
                    }
                    var twice = new ArrayList<>(logs);
                    twice.add(last);
                    return twice;
                });
        scene.chain.finalise(finalised);
        scene.start().readAll();
        assertThatTheTruthWasRead();
    }

    private static boolean isIn77(ChainLog log) {
        return log.place().blockNumber() == 77;
    }

    /** As when the endpoint followed a reorg in between, and the chain came back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void aReceiptOfAnotherBranchTellsNothingOfAGift(long finalised) throws Exception {
        scene.audit = AuditDepth.BLOOMS;
        mineAGift();
        scene.chain.finalise(finalised);
        var answers = new AtomicInteger();
        scene.endpoint.tellOutcomes(
                it -> answers.incrementAndGet() == 1 ? failedElsewhere(it) : it);
        scene.start().readAll();
        assertThat(scene.replica.natives).hasSize(1);
        assertThat(answers).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void whatCameOfAGiftIsAskedElsewhereIfOneEndpointOnlyHasReceiptsOfAnotherBranch(long finalised)
            throws Exception {
        scene.audit = AuditDepth.BLOOMS;
        mineAGift();
        scene.chain.finalise(finalised);
        scene.endpoint.tellOutcomes(FaultTest::failedElsewhere);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        assertThat(scene.replica.natives).hasSize(1);
        assertThat(scene.reader.status().alarm()).isNull();
    }

    private void mineAGift() {
        scene.readNatives = true;
        scene.chain.mine(Scene.announce());
        scene.chain.mine(
                FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, BigInteger.TWO, new byte[0]));
        scene.chain.mineEmpty(1);
    }

    /** What can be done to a block's transactions while its header stays what it is. */
    enum Lie {
        LAST_LEFT_OUT(list -> list.removeLast()),
        ALL_BUT_ONE_LEFT_OUT(list -> list.subList(1, list.size()).clear()),
        ALL_LEFT_OUT(List::clear),
        THE_GIFT_LEFT_OUT(list -> list.remove(1)),
        TWICE(list -> list.add(list.get(1))),
        OTHERWISE_ORDERED(list -> Collections.swap(list, 1, 2)),
        OTHER_RECIPIENT(list -> list.set(1, altered(list.get(1), Scene.DONOR, BigInteger.TWO))),
        OTHER_AMOUNT(list -> list.set(1, altered(list.get(1), Scene.BENEFICIARY, BigInteger.TEN))),
        ANOTHER_GIFT_INVENTED(
                list -> list.add(altered(list.get(0), Scene.BENEFICIARY, BigInteger.TEN))),
        OTHER_SENDER(list -> list.set(1, from(list.get(1), Scene.BENEFICIARY))),
        OTHER_HASH(list -> list.set(1, named(list.get(1), Hash.sha256(new byte[0])))),
        OF_A_TYPE_NOBODY_KNOWS(list -> list.set(1, ofType(list.get(1), 0x64))),
        WITHOUT_A_SIGNATURE(list -> list.set(1, ofType(list.get(1), 2)));

        private final Consumer<List<Transaction>> change;

        Lie(Consumer<List<Transaction>> change) {
            this.change = change;
        }

        /** The block with the gift, and indices as they should be. */
        Block of(Block block) {
            if (block.transactions().size() != 4) {
                return block;
            }
            var changed = new ArrayList<>(block.transactions());
            change.accept(changed);
            for (var i = 0; i < changed.size(); i++) {
                changed.set(i, at(i, changed.get(i)));
            }
            return new Block(block.header(), changed);
        }

        private static Transaction at(int index, Transaction it) {
            return new Transaction(
                    it.hash(), index, it.type(), it.from(), it.call(), it.value(), it.encoded());
        }

        private static Transaction from(Transaction it, Address sender) {
            return new Transaction(
                    it.hash(), 1, it.type(), sender, it.call(), it.value(), it.encoded());
        }

        private static Transaction named(Transaction it, Hash hash) {
            return new Transaction(
                    hash, 1, it.type(), it.from(), it.call(), it.value(), it.encoded());
        }

        private static Transaction ofType(Transaction it, int type) {
            return new Transaction(it.hash(), 1, type, it.from(), it.call(), it.value(), null);
        }

        /** Encoded anew, as readers do. */
        private static Transaction altered(Transaction it, Address to, BigInteger value) {
            var encoded = it.encoded().clone();
            encoded[encoded.length - 1]++;
            return new Transaction(
                    it.hash(),
                    1,
                    it.type(),
                    it.from(),
                    new TxCall(to, new byte[0]),
                    value,
                    encoded);
        }
    }

    static Stream<Arguments> lies() {
        return Arrays.stream(Lie.values())
                .flatMap(lie -> Stream.of(Arguments.of(lie, 1), Arguments.of(lie, 3)));
    }

    /** Read as history and at the head. */
    @ParameterizedTest
    @MethodSource("lies")
    void whoLiesAboutABlocksTransactionsIsNotBelievedAndAnotherOneAsked(Lie lie, long finalised)
            throws Exception {
        mineAGiftAmongOthers();
        scene.chain.finalise(finalised);
        scene.endpoint.tellBlocks(blocks -> blocks.stream().map(lie::of).toList());
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        assertThatTheGiftWasRead();
        assertThat(scene.reader.status().unproved()).isNull();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void whereEverybodyLiesAboutABlocksTransactionsItIsNotReadAndSaid(Lie lie, long finalised)
            throws Exception {
        mineAGiftAmongOthers();
        scene.chain.finalise(finalised);
        scene.endpoint.tellBlocks(blocks -> blocks.stream().map(lie::of).toList());
        scene.start();
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < deadline && scene.reader.status().waiting() == null) {
            scene.read(1);
        }
        assertThat(scene.reader.status().waiting()).contains("first gave block 2 with");
        assertThat(scene.replica.blocks.headMap(2L, true)).doesNotContainKey(2L);
        scene.endpoint.tellBlocks(it -> it);
        scene.readAll();
        assertThat(scene.reader.status().waiting()).isNull();
        assertThatTheGiftWasRead();
    }

    /** Empty and right in itself, in place of the block with the gift: nothing follows it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void aBlockThatIsNotOnTheChainIsNotBelievedAndAnotherEndpointAsked(long finalised)
            throws Exception {
        mineAGift();
        scene.chain.finalise(finalised);
        scene.endpoint.tellBlocks(blocks -> blocks.stream().map(FaultTest::invented).toList());
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        assertThat(scene.replica.natives).hasSize(1);
    }

    private static Block invented(Block block) {
        var it = block.header();
        return block.transactions().isEmpty() || it.number() != 2
                ? block
                : new Block(
                        new BlockHeader(
                                it.number(),
                                Hash.sha256(it.hash().bytes()),
                                it.parentHash(),
                                it.time(),
                                TransactionsRoot.of(List.of()),
                                ReceiptsRoot.of(List.of()),
                                Bloom.EMPTY,
                                true),
                        List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void whoSaysThatAGiftFailedIsNotBelieved(long finalised) throws Exception {
        mineAGiftAmongOthers();
        scene.chain.finalise(finalised);
        scene.endpoint.tellReceipts(receipts -> receipts.stream().map(FaultTest::failed).toList());
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        assertThatTheGiftWasRead();
    }

    private static Receipt failed(Receipt it) {
        return new Receipt(
                it.txHash(),
                it.type(),
                0,
                it.cumulativeGasUsed(),
                it.logsBloom(),
                it.logs(),
                null,
                null);
    }

    private void mineAGiftAmongOthers() {
        scene.readNatives = true;
        scene.chain.mine(Scene.announce());
        var gift =
                FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, BigInteger.TWO, new byte[0]);
        var failed = FakeTx.failed(Scene.DONOR, Scene.BENEFICIARY, BigInteger.TWO);
        scene.chain.mine(Scene.donate(1), gift, Scene.transfer(2), failed);
        scene.chain.mineEmpty(1);
    }

    private void assertThatTheGiftWasRead() {
        assertThat(scene.replica.natives)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.txIndex()).isEqualTo(1);
                            assertThat(it.amount()).isEqualTo(2);
                            assertThat(it.from()).isEqualTo(Scene.DONOR);
                            assertThat(it.to()).isEqualTo(Scene.BENEFICIARY);
                        });
        assertThatTheTruthWasRead();
    }

    private static TxOutcome failedElsewhere(TxOutcome outcome) {
        return new TxOutcome(outcome.txHash(), Hash.keccak256(new byte[1]), false);
    }

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
                                        ? without(logs, lies.nextInt(logs.size()))
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
        assertThatTheTruthWasRead();
    }

    /** {@code -Durunan.seeds=1000} tries more of them. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("urunan.seeds", 10));
    }

    private void readHistoryAndHead() throws InterruptedException {
        scene.mineHistory(300, 4);
        scene.chain.finalise(250);
        scene.start().readAll();
        scene.chain.mine(Scene.donate(7));
        scene.chain.finalise(300);
        scene.readAll();
        assertThatTheTruthWasRead();
    }

    private void assertThatTheTruthWasRead() {
        assertThat(Scene.told(scene.replica.logs)).isEqualTo(Scene.told(scene.truth()));
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

    private static List<ChainLog> without(List<ChainLog> logs, int index) {
        var fewer = new ArrayList<>(logs);
        fewer.remove(index);
        return fewer;
    }

    private static ChainLog doubled(ChainLog log) {
        return log instanceof ChainLog.Transferred it && it.place().blockNumber() == 60
                ? new ChainLog.Transferred(
                        it.place(), it.token(), it.from(), it.to(), it.amount().shiftLeft(1))
                : log;
    }
}
