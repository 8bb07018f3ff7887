package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.Falsified;

/** What the audit behind the reader finds, and what it does not take for proved. */
@Timeout(30)
class AuditTest {

    private static final Hash INVENTED = Hash.sha256(new byte[] {1});

    @AutoClose private final Scene scene = new Scene();

    /** A ledger has no rows of blocks without logs, and cannot go back to one of them. */
    @Test
    void whatWasReadWronglyIsReadAgainFromABlockThatIsStored() throws Exception {
        scene.chain.mine(Scene.announce());
        for (var i = 0; i < 100; i++) {
            scene.chain.mineEmpty(9);
            scene.chain.mine(Scene.donate(1));
        }
        scene.hide(log -> log.blockNumber() % 100 == 51);
        scene.chain.finalise(scene.chain.head());
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void aMissingLogIsFoundAfterARestartToo() throws Exception {
        scene.mineHistory(100, 4);
        scene.audit = AuditDepth.NONE;
        scene.hide(log -> log.blockNumber() == 50 && log.index() == 3);
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
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void whereNobodyCanBeRightNothingIsCalledFinal() throws Exception {
        scene.mineHistory(100, 4);
        scene.hide(log -> log.blockNumber() == 50);
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
        scene.assertThatTheTruthWasRead();
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
        scene.assertThatTheTruthWasRead();
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
        scene.assertThatTheTruthWasRead();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Receipts do not have the hashes of their transactions: the block has. */
    @ParameterizedTest
    @CsvSource({"9, 1, true", "9, 3, true", "9, 3, false", "4, 1, true", "4, 3, false"})
    void ofWhichTransactionALogIsIsProvedToo(long finalised, int index, boolean readsBlocks)
            throws Exception {
        scene.readNatives = readsBlocks;
        scene.mineHistory(10, 4);
        scene.chain.finalise(finalised);
        inventAHashOf(index);
        scene.start().readAll();
        assertThat(scene.reader.status().alarm()).isNull();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void whereTheBlockIsToldWithThatHashAsWellAnotherEndpointIsAsked() throws Exception {
        scene.mineHistory(10, 4);
        scene.chain.finalise(9);
        inventAHashOf(1);
        scene.endpoint.tellBlocks(
                blocks -> blocks.stream().map(AuditTest::withTheInventedHash).toList());
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
    }

    /** The first endpoint says of a transaction in block 4 that it is another one. */
    private void inventAHashOf(int index) {
        scene.endpoint.tellLogs(
                logs ->
                        logs.stream()
                                .map(
                                        log ->
                                                isLiedAbout(log.place(), index)
                                                        ? Falsified.named(INVENTED, log)
                                                        : log)
                                .toList());
        scene.endpoint.tellReceipts(
                receipts ->
                        receipts.stream()
                                .map(
                                        it ->
                                                isLiedAbout(it, index)
                                                        ? Falsified.named(INVENTED, it)
                                                        : it)
                                .toList());
    }

    private static boolean isLiedAbout(LogPlace place, int index) {
        return place.blockNumber() == 4 && place.txIndex() == index;
    }

    private static boolean isLiedAbout(Receipt receipt, int index) {
        return !receipt.logs().isEmpty() && isLiedAbout(receipt.logs().getFirst().place(), index);
    }

    private static Block withTheInventedHash(Block block) {
        return block.header().number() != 4
                ? block
                : Falsified.with(block, Falsified.named(INVENTED, block.transactions().get(1)));
    }
}
