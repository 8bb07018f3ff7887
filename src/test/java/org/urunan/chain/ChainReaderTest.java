package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.FakeLog;
import org.urunan.support.FakeTx;

/** What is handed on of history and of the head, and in which order. */
@Timeout(30)
class ChainReaderTest {

    @AutoClose private final Scene scene = new Scene();

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

    private List<Integer> transferred() {
        return scene.replica.logs.stream()
                .filter(log -> log instanceof ChainLog.Transferred)
                .map(log -> ((ChainLog.Transferred) log).amount().intValue())
                .toList();
    }
}
