package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeTx;
import org.urunan.support.Falsified;

/**
 * Endpoints that lie about a block's transactions, or about what came of them: no gift is missed,
 * and none invented.
 */
@Timeout(30)
class WrongTransactionsTest {

    @AutoClose private final Scene scene = new Scene();

    static Stream<Arguments> lies() {
        return Arrays.stream(TransactionsLie.values())
                .flatMap(lie -> Stream.of(Arguments.of(lie, 1), Arguments.of(lie, 3)));
    }

    /** Read as history and at the head. */
    @ParameterizedTest
    @MethodSource("lies")
    void whoLiesAboutABlocksTransactionsIsNotBelievedAndAnotherOneAsked(
            TransactionsLie lie, long finalised) throws Exception {
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
    void whereEverybodyLiesAboutABlocksTransactionsItIsNotReadAndSaid(
            TransactionsLie lie, long finalised) throws Exception {
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
        scene.endpoint.tellBlocks(
                blocks -> blocks.stream().map(WrongTransactionsTest::invented).toList());
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
        scene.endpoint.tellReceipts(
                receipts -> receipts.stream().map(it -> Falsified.ofStatus(0, it)).toList());
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        assertThatTheGiftWasRead();
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
        scene.endpoint.tellOutcomes(WrongTransactionsTest::failedElsewhere);
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.start().readAll();
        assertThat(scene.replica.natives).hasSize(1);
        assertThat(scene.reader.status().alarm()).isNull();
    }

    private static TxOutcome failedElsewhere(TxOutcome outcome) {
        return new TxOutcome(outcome.txHash(), Hash.keccak256(new byte[1]), false);
    }

    static Stream<Arguments> liesOfACall() {
        List<UnaryOperator<Transaction>> lies =
                List.of(
                        it -> Falsified.saying(new byte[0], it),
                        it -> Falsified.ofType(0x64, Falsified.saying(new byte[0], it)),
                        it -> Falsified.ofType(2, Falsified.saying(new byte[0], it)));
        return lies.stream().flatMap(lie -> Stream.of(Arguments.of(lie, 1), Arguments.of(lie, 2)));
    }

    /** Where blocks are not read: that of the gift tells what it says. */
    @ParameterizedTest
    @MethodSource("liesOfACall")
    void whatAGiftIsTaggedWithIsNotBelievedWithoutProof(
            UnaryOperator<Transaction> lie, long finalised) throws Exception {
        scene.chain.mine(Scene.announce());
        scene.chain.mine(Scene.donate(1), Scene.transfer(2));
        scene.chain.finalise(finalised);
        scene.endpoint.tellTransactions(
                told -> {
                    told.replaceAll((_, transaction) -> lie.apply(transaction));
                    return told;
                });
        scene.start().readAll();
        assertThat(scene.replica.calls.values())
                .singleElement()
                .satisfies(it -> assertThat(it.input()).isEqualTo(new byte[80]));
        assertThat(scene.reader.status().unproved()).isNull();
        scene.assertThatTheTruthWasRead();
    }

    private void mineAGift() {
        scene.readNatives = true;
        scene.chain.mine(Scene.announce());
        scene.chain.mine(
                FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, BigInteger.TWO, new byte[0]));
        scene.chain.mineEmpty(1);
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
        scene.assertThatTheTruthWasRead();
    }
}
