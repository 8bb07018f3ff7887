package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeTx;

/** Branches that are replaced, above finality and below it, and heads that only seem to go back. */
@Timeout(30)
class ReorgTest {

    @AutoClose private final Scene scene = new Scene();

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
