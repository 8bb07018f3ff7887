package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urunan.money.Position;
import org.urunan.money.Token;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeLog;
import org.urunan.support.FakeTx;

/** What an audit of any range finds in what is stored. */
@Timeout(30)
class RangeAuditTest {

    @AutoClose private final Scene scene = new Scene();

    @Test
    void anyRangeCanBeAuditedAgain() throws Exception {
        scene.mineHistory(200, 4);
        scene.audit = AuditDepth.NONE;
        scene.hide(log -> log.blockNumber() % 70 == 50 && log.index() == 3);
        scene.chain.finalise(150);
        scene.start().readAll();
        var audit = audit();
        assertThat(audit.audit(1, 200, this::stored))
                .hasSize(3)
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("Block 50 was read with other logs"),
                        it -> assertThat(it).startsWith("Block 120 was read with other logs"),
                        it -> assertThat(it).startsWith("Block 190 was read with other logs"));
        assertThat(audit.audit(51, 119, this::stored)).isEmpty();
    }

    @Test
    void nativeTransfersOfAnyRangeCanBeAuditedAgain() throws Exception {
        readNativeTransfers();
        assertThat(audit().audit(0, 60, this::stored)).isEmpty();
        var missing = scene.replica.natives.remove(20);
        var altered = scene.replica.natives.removeLast();
        scene.replica.natives.add(of(altered, BigInteger.TEN));
        assertThat(audit().audit(0, 60, this::stored))
                .containsExactly(
                        "Block %d was read without the native transfer in transaction %s"
                                .formatted(missing.block().number(), missing.txHash()),
                        "Block %d was read with what is not the native transfer in transaction %s"
                                .formatted(altered.block().number(), altered.txHash()));
        scene.readNatives = false;
        assertThat(audit().audit(0, 60, this::stored)).isEmpty();
    }

    @Test
    void whoHidesANativeTransferFromAnAuditIsNotBelieved() throws Exception {
        readNativeTransfers();
        var missing = scene.replica.natives.removeFirst();
        scene.endpoint.tellBlocks(
                blocks ->
                        blocks.stream()
                                .map(
                                        it ->
                                                it.header().number() == missing.block().number()
                                                        ? new Block(it.header(), List.of())
                                                        : it)
                                .toList());
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        assertThat(audit().audit(0, 60, this::stored))
                .singleElement()
                .asString()
                .contains("without the native transfer in transaction " + missing.txHash());
    }

    /** Rule 7: it stands where its log does. */
    @Test
    void aNativeTransferThatIsStoredAsItsLogIsFoundRight() throws Exception {
        var wei = BigInteger.TWO;
        scene.readNatives = true;
        scene.chain.mine(Scene.announce());
        scene.chain.mine(
                FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, wei, new byte[0])
                        .emit(
                                FakeLog.transferred(
                                        Token.NATIVE_LOGGER, Scene.DONOR, Scene.BENEFICIARY, wei)));
        scene.start().readAll();
        var own = scene.replica.natives.removeFirst();
        var logged =
                new NativeMove(
                        Position.startOf(2),
                        own.txHash(),
                        own.from(),
                        own.to(),
                        own.amount(),
                        true);
        assertThat(audit().audit(2, 2, (first, last) -> with(stored(first, last), logged)))
                .isEmpty();
        assertThat(audit().audit(2, 2, this::stored)).hasSize(1);
    }

    private static RangeAudit.Stored with(RangeAudit.Stored stored, NativeMove move) {
        return new RangeAudit.Stored(stored.blocks(), List.of(move));
    }

    /** Gifts, what is sent on, and what failed, in sixty blocks. */
    private void readNativeTransfers() throws InterruptedException {
        scene.readNatives = true;
        scene.chain.mine(Scene.announce());
        for (var i = 1; i < 60; i++) {
            var wei = BigInteger.valueOf(i);
            scene.chain.mine(
                    FakeTx.nativeTransfer(Scene.DONOR, Scene.BENEFICIARY, wei, new byte[0]),
                    FakeTx.nativeTransfer(Scene.BENEFICIARY, Scene.DONOR, wei, new byte[0]),
                    FakeTx.failed(Scene.DONOR, Scene.BENEFICIARY, wei));
        }
        scene.chain.finalise(50);
        scene.start().readAll();
        assertThat(scene.replica.natives).hasSize(2 * 59);
    }

    private RangeAudit audit() {
        scene.audit = AuditDepth.RECEIPTS;
        return new RangeAudit(
                scene.openEndpoints(), scene.settings(), scene.replica.resume().beneficiaries());
    }

    private RangeAudit.Stored stored(long first, long last) {
        return new RangeAudit.Stored(
                scene.replica.blocks.subMap(first, true, last, true),
                scene.replica.natives.stream()
                        .filter(it -> it.block().number() >= first)
                        .filter(it -> it.block().number() <= last)
                        .map(it -> NativeMove.of(it, it.to().equals(Scene.BENEFICIARY)))
                        .toList());
    }

    private static NativeTransfer of(NativeTransfer it, BigInteger amount) {
        return new NativeTransfer(
                it.block(), it.txHash(), it.txIndex(), it.from(), it.to(), amount, it.data());
    }
}
