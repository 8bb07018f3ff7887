package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeLog;
import org.urunan.support.FakeTx;

@Timeout(30)
class ChainReaderTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aTransferBetweenBeneficiariesOfTwoRequestsIsReadOnce() throws Exception {
        scene.topicsPerRequest = 1;
        var other = new CampaignId(Scene.DONOR, BigInteger.ONE);
        scene.chain.mine(
                Scene.announce(),
                FakeTx.call(Scene.DONOR, Scene.CONTRACT, new byte[4])
                        .emit(FakeLog.announced(Scene.CONTRACT, other, Hash.ZERO)));
        scene.chain.mine(Scene.transfer(5));
        scene.chain.finalise(2);
        scene.chain.mine(Scene.spend(6));
        scene.start().readAll();
        assertThat(transferred()).containsExactly(5, 6);
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void historyIsReadInRangesAndTheHeadBlockByBlock() throws Exception {
        scene.mineHistory(300, 5);
        scene.chain.finalise(250);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
        assertThat(scene.replica.logs).hasSizeGreaterThan(1_000);
        assertThat(scene.replica.finalised.number()).isEqualTo(250);
        assertThat(scene.reader.status().alarm()).isNull();
    }

    @Test
    void readingBeginsAtTheStartBlock() throws Exception {
        scene.mineHistory(50, 3);
        scene.chain.mine(Scene.announce());
        scene.chain.mine(Scene.donate(9));
        scene.startBlock = 40;
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
        assertThat(scene.replica.updates.getFirst())
                .isInstanceOfSatisfying(
                        ChainUpdate.Appended.class,
                        it -> assertThat(it.parent()).isEqualTo(scene.chain.header(39).ref()));
    }

    @Test
    void aNodeThatNeverSawAFinalBlockReadsFromTheGenesisBlock() throws Exception {
        scene.mineHistory(10, 1);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
        assertThat(scene.replica.blocks).hasSize(11);
    }

    @Test
    void nothingNewIsSaidOncePerPoll() throws Exception {
        scene.mineHistory(5, 1);
        scene.start().readAll();
        var update = scene.reader.next();
        // The audit runs beside the reading, and ends when it ends.
        while (update instanceof ChainUpdate.Finalised) {
            update = scene.reader.next();
        }
        assertThat(update).isEqualTo(new ChainUpdate.UpToDate(scene.chain.header(5).ref()));
    }

    @Test
    void severalNewBlocksAreAppendedWithoutAGap() throws Exception {
        scene.mineHistory(5, 1);
        scene.start().readAll();
        for (var i = 0; i < 100; i++) {
            scene.chain.mine(Scene.donate(i + 1));
        }
        scene.readAll();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void aBeneficiaryAnnouncedInsideARangeCountsFromThatPositionOn() throws Exception {
        scene.chain.mine(Scene.transfer(1));
        scene.chain.mine(Scene.transfer(2), Scene.announce(), Scene.transfer(3));
        scene.chain.mine(Scene.transfer(4));
        scene.chain.finalise(3);
        scene.start().readAll();
        assertThat(transferred()).containsExactly(3, 4);
        assertThat(scene.replica.finalised.number()).isEqualTo(3);
    }

    @Test
    void aTaggedTransfersCallIsHandedOn() throws Exception {
        scene.chain.mine(Scene.announce());
        var mined = scene.chain.mine(Scene.transfer(5), Scene.donate(6));
        scene.chain.finalise(2);
        scene.start().readAll();
        assertThat(scene.replica.calls).hasSize(1);
        assertThat(scene.replica.calls.values().iterator().next().to()).isEqualTo(Scene.TOKEN);
        assertThat(mined.number()).isEqualTo(2);
    }

    @Test
    void anAuthorizationIsHandedOnWithItsTransferOnly() throws Exception {
        var nonce = Hash.keccak256(new byte[1]);
        var used = FakeLog.authorizationUsed(Scene.TOKEN, Scene.DONOR, nonce);
        var amount = BigInteger.TEN;
        scene.chain.mine(Scene.announce());
        scene.chain.mine(
                FakeTx.call(Scene.BENEFICIARY, Scene.TOKEN, new byte[4])
                        .emit(used)
                        .emit(
                                FakeLog.transferred(
                                        Scene.TOKEN, Scene.DONOR, Scene.BENEFICIARY, amount)),
                FakeTx.call(Scene.BENEFICIARY, Scene.TOKEN, new byte[4]).emit(used));
        scene.chain.finalise(2);
        scene.start().readAll();
        assertThat(scene.replica.logs)
                .filteredOn(log -> log instanceof ChainLog.AuthorizationUsed)
                .singleElement()
                .satisfies(log -> assertThat(log.place().txIndex()).isZero());
        assertThat(scene.replica.finalised.number()).isEqualTo(2);
    }

    /** Such a donation is rejected, and explains nothing that comes behind the announcement. */
    @Test
    void aDonationBeforeTheAnnouncementHidesNoAuthorization() throws Exception {
        var ten = BigInteger.TEN;
        scene.chain.mine(
                FakeTx.call(Scene.BENEFICIARY, Scene.CONTRACT, new byte[4])
                        .emit(
                                FakeLog.donated(
                                        Scene.CONTRACT,
                                        Scene.CAMPAIGN,
                                        Scene.DONOR,
                                        Scene.TOKEN,
                                        ten))
                        .emit(FakeLog.announced(Scene.CONTRACT, Scene.CAMPAIGN, Hash.ZERO))
                        .emit(FakeLog.authorizationUsed(Scene.TOKEN, Scene.DONOR, Hash.ZERO))
                        .emit(
                                FakeLog.transferred(
                                        Scene.TOKEN, Scene.DONOR, Scene.BENEFICIARY, ten)));
        scene.chain.finalise(1);
        scene.start().readAll();
        assertThat(scene.replica.logs)
                .filteredOn(log -> log instanceof ChainLog.AuthorizationUsed)
                .hasSize(1);
    }

    @Test
    void plainNativeTransfersAreFoundInBlocks() throws Exception {
        scene.readNatives = true;
        var wei = BigInteger.valueOf(77);
        scene.chain.mine(FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, wei, new byte[0]));
        scene.chain.mine(Scene.announce());
        scene.chain.mine(
                FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, wei, new byte[12]),
                FakeTx.nativeTransfer(Scene.DONOR, Scene.CONTRACT, wei, new byte[0]),
                FakeTx.failed(Scene.DONOR, Scene.BENEFICIARY, wei));
        scene.chain.finalise(2);
        scene.start().readAll();
        assertThat(scene.replica.natives)
                .singleElement()
                .satisfies(it -> assertThat(it.data()).hasSize(12))
                .satisfies(it -> assertThat(it.block().number()).isEqualTo(3));
    }

    @Test
    void aNativeTransferThatAlsoLeavesALogOfTheChainItselfIsCountedOnce() throws Exception {
        scene.readNatives = true;
        var wei = BigInteger.valueOf(5);
        var system = Address.parse("0xfffffffffffffffffffffffffffffffffffffffe"); // EIP-7708
        scene.chain.mine(Scene.announce());
        scene.chain.mine(
                FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, wei, new byte[0])
                        .emit(FakeLog.transferred(system, Scene.DONOR, Scene.BENEFICIARY, wei)));
        scene.chain.finalise(2);
        scene.start().readAll();
        assertThat(scene.replica.natives).hasSize(1);
        assertThat(scene.replica.logs).hasSize(1).first().isInstanceOf(ChainLog.Announced.class);
        assertThat(scene.replica.finalised.number()).isEqualTo(2);
    }

    @Test
    void manyBeneficiariesAreAskedForInParts() throws Exception {
        for (var i = 0; i < 1_200; i++) {
            var beneficiary = Scene.address("beneficiary " + i);
            var campaign = new CampaignId(beneficiary, BigInteger.ONE);
            scene.chain.mine(
                    FakeTx.call(beneficiary, Scene.CONTRACT, new byte[4])
                            .emit(FakeLog.announced(Scene.CONTRACT, campaign, Hash.ZERO))
                            .emit(
                                    FakeLog.transferred(
                                            Scene.TOKEN,
                                            Scene.DONOR,
                                            beneficiary,
                                            BigInteger.valueOf(i + 1))));
        }
        scene.audit = AuditDepth.NONE;
        scene.chain.finalise(1_190);
        scene.start().readAll();
        assertThat(transferred()).hasSize(1_200).isSorted();
    }

    @Test
    void timesComeFromHeadersWhereLogsDoNotTellThem() throws Exception {
        scene.endpoint.tellNoTimes();
        scene.mineHistory(100, 1);
        scene.chain.finalise(100);
        scene.start().readAll();
        assertThat(scene.replica.blocks.values())
                .hasSizeGreaterThan(90)
                .allSatisfy(
                        it ->
                                assertThat(it.time())
                                        .isEqualTo(scene.chain.header(it.number()).time()));
    }

    @Test
    void reorgsOfAnyDepthAboveFinalityReplaceExactlyWhatChanged() throws Exception {
        for (var depth = 1; depth <= 20; depth++) {
            scene.chain.mine(depth == 1 ? Scene.announce() : Scene.donate(depth));
            scene.chain.mineEmpty(20);
            read();
            scene.chain.cut(depth);
            scene.chain.mine(Scene.donate(100 + depth));
            scene.chain.mineEmpty(depth);
            read();
            scene.assertThatTheTruthWasRead();
            assertThatLastReorgWentTo(scene.chain.head() - depth - 1);
        }
    }

    @Test
    void aReorgAtTheSameHeightIsSeenWithoutANewBlock() throws Exception {
        scene.mineHistory(10, 2);
        read();
        scene.chain.cut(3);
        scene.chain.mine(Scene.donate(50));
        scene.chain.mineEmpty(2);
        read();
        scene.assertThatTheTruthWasRead();
        assertThatLastReorgWentTo(7);
    }

    @ParameterizedTest
    @CsvSource({"BLOOMS, outcomes", "RECEIPTS, receipts"})
    void aNativeGiftThatAReorgDropsWhileItIsReadHoldsNothingUp(AuditDepth audit, String question)
            throws Exception {
        scene.audit = audit;
        scene.readNatives = true;
        scene.chain.mine(Scene.announce());
        read();
        var wei = BigInteger.valueOf(3);
        scene.chain.mine(FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, wei, new byte[0]));
        var isReorganised = new AtomicBoolean();
        scene.endpoint.fault(
                method -> {
                    if (method.equals(question) && !isReorganised.getAndSet(true)) {
                        scene.chain.cut(1);
                        scene.chain.mineEmpty(2);
                    }
                });
        scene.readAll();
        assertThat(isReorganised).isTrue();
        assertThat(scene.replica.natives).isEmpty();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void reorgsBackToBackAreFollowed() throws Exception {
        scene.mineHistory(10, 2);
        read();
        for (var round = 0; round < 10; round++) {
            scene.chain.cut(4);
            scene.chain.mine(Scene.donate(round + 1));
            scene.chain.mineEmpty(4);
            if (round % 2 == 0) {
                scene.read(1);
            }
        }
        read();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void anAnnouncementRemovedByAReorgMakesItsBeneficiaryUnknown() throws Exception {
        scene.chain.mineEmpty(3);
        scene.chain.mine(Scene.announce());
        scene.chain.mine(Scene.transfer(1));
        read();
        assertThat(transferred()).containsExactly(1);
        scene.chain.cut(2);
        scene.chain.mine(Scene.transfer(2));
        scene.chain.mine(Scene.transfer(3));
        read();
        assertThat(transferred()).isEmpty();
    }

    @Test
    void aHeadThatGoesBackIsALaggingEndpointAndHolds() throws Exception {
        scene.mineHistory(20, 2);
        read();
        scene.endpoint.lagBehind(4);
        scene.read(5);
        scene.assertThatTheTruthWasRead();
        assertThat(scene.replica.updates.getLast())
                .isEqualTo(new ChainUpdate.UpToDate(scene.chain.header(16).ref()));
        scene.endpoint.lagBehind(0);
        scene.chain.mine(Scene.donate(1));
        read();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void anotherEndpointIsAskedWhileTheFirstLags() throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.mineHistory(20, 2);
        read();
        scene.endpoint.lagBehind(4);
        scene.chain.mine(Scene.donate(8));
        read();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void aReorgBelowFinalityStopsLoudly() throws Exception {
        scene.mineHistory(20, 2);
        scene.chain.finalise(15);
        read();
        scene.chain.cut(10);
        scene.chain.mineEmpty(12);
        assertThatThrownBy(() -> scene.read(20))
                .isInstanceOf(ReorgBelowFinality.class)
                .hasMessageContaining("Block 15 was final");
    }

    @Test
    void whatComesBeforeTheStartMayBeReplacedWhileNothingIsFinal() throws Exception {
        scene.chain.mineEmpty(44);
        scene.mineHistory(6, 2);
        scene.startBlock = 40;
        read();
        assertThat(transferred()).isNotEmpty();
        scene.chain.cut(20);
        scene.chain.mineEmpty(12);
        scene.mineHistory(13, 1);
        assertThatThrownBy(() -> scene.read(20)).isInstanceOf(StartReplaced.class);
        scene.restart();
        scene.readAll();
        scene.assertThatTheTruthWasRead();
        assertThatLastReorgWentTo(39);
    }

    @Test
    void aRestartGoesOnWhereTheLedgerStands() throws Exception {
        scene.mineHistory(400, 3);
        scene.chain.finalise(350);
        scene.start();
        while (scene.replica.cursor == null || scene.replica.cursor.number() < 400) {
            scene.read(1);
            if (!(scene.replica.updates.getLast() instanceof ChainUpdate.UpToDate)) {
                scene.restart();
            }
        }
        scene.readAll();
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void whatWasReorganisedWhileTheNodeWasDownIsReplaced() throws Exception {
        scene.mineHistory(40, 2);
        scene.chain.finalise(20);
        read();
        scene.reader.close();
        scene.chain.cut(15);
        scene.chain.mine(Scene.donate(99));
        scene.chain.mineEmpty(60);
        scene.chain.finalise(70);
        scene.start().readAll();
        scene.assertThatTheTruthWasRead();
        assertThat(scene.replica.finalised.number()).isEqualTo(70);
    }

    @Test
    void twoReadersOfOneChainHandOnTheSame() throws Exception {
        scene.mineHistory(200, 4);
        scene.chain.finalise(190);
        read();
        try (var other = new Scene(scene.chain)) {
            other.endpoint.refuseWiderThan(7, true);
            other.start().readAll();
            assertThat(other.replica.logs).isEqualTo(scene.replica.logs);
            assertThat(other.replica.blocks.values())
                    .filteredOn(block -> block.received() != 0)
                    .isEqualTo(
                            scene.replica.blocks.values().stream()
                                    .filter(block -> block.received() != 0)
                                    .toList());
        }
    }

    private void read() throws InterruptedException {
        if (scene.reader == null) {
            scene.start();
        }
        scene.readAll();
    }

    private void assertThatLastReorgWentTo(long ancestor) {
        assertThat(scene.replica.updates)
                .filteredOn(update -> update instanceof ChainUpdate.Reorged)
                .last()
                .isInstanceOfSatisfying(
                        ChainUpdate.Reorged.class,
                        it -> assertThat(it.ancestor().number()).isEqualTo(ancestor));
    }

    private List<Integer> transferred() {
        return scene.replica.logs.stream()
                .filter(log -> log instanceof ChainLog.Transferred)
                .map(log -> ((ChainLog.Transferred) log).amount().intValue())
                .toList();
    }
}
