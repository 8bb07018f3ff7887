package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Token;

@Timeout(60)
class AnvilReadingTest {

    private final AnvilScene scene = new AnvilScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyWayIsReadAndProved() throws Exception {
        scene.announce();
        scene.donate(5);
        scene.transfer(6);
        scene.transferTagged(7);
        scene.send(AnvilScene.DONOR, AnvilScene.BENEFICIARY, 8, "0x");
        scene.send(AnvilScene.DONOR, AnvilScene.BENEFICIARY, 9, "0x000000000000000000000001");
        scene.anvil.mine(70);
        scene.donate(10);
        try (var reader = scene.reader(AuditDepth.RECEIPTS)) {
            scene.readAll(reader);
            assertThat(reader.status().alarm()).isNull();
            assertThat(reader.status().verified()).isEqualTo(reader.status().finalised());
        }
        assertThat(amounts()).containsExactly(5, 6, 7, 10);
        assertThat(scene.replica.natives)
                .extracting(NativeTransfer::amount)
                .containsExactly(BigInteger.valueOf(8), BigInteger.valueOf(9));
        assertThat(scene.replica.calls).hasSize(1);
    }

    @Test
    void whatADevelopmentChainSendsForSomebodyElseIsRead() throws Exception {
        var stranger = Scene.address("stranger");
        scene.announce();
        scene.anvil.call("anvil_impersonateAccount", "\"%s\"".formatted(stranger));
        scene.anvil.call("anvil_setBalance", "\"%s\",\"0xde0b6b3a7640000\"".formatted(stranger));
        scene.send(stranger, AnvilScene.BENEFICIARY, 8, "0x");
        scene.anvil.mine(70);
        scene.send(stranger, AnvilScene.BENEFICIARY, 9, "0x");
        try (var reader = scene.reader(AuditDepth.RECEIPTS)) {
            scene.readAll(reader);
            assertThat(reader.status().unproved()).isNull();
        }
        assertThat(scene.replica.natives)
                .extracting(NativeTransfer::amount)
                .containsExactly(BigInteger.valueOf(8), BigInteger.valueOf(9));
    }

    @Test
    void aLargeBlockOfSeveralTypesIsProvedAndNoGiftInItIsMissed() throws Exception {
        scene.announce();
        scene.stopMining();
        for (var i = 0; i < 140; i++) {
            scene.give(1 + i, AnvilScene.FEES.get(i % AnvilScene.FEES.size()));
        }
        scene.anvil.mine(3);
        try (var reader = scene.reader(AuditDepth.RECEIPTS)) {
            scene.readAll(reader);
            assertThat(reader.status().unproved()).isNull();
        }
        assertThat(scene.replica.natives).hasSize(140);
    }

    @Test
    void aReorgRemovesWhatTheChainNoLongerHas() throws Exception {
        scene.announce();
        scene.anvil.mine(5);
        try (var reader = scene.reader(AuditDepth.NONE)) {
            scene.readAll(reader);
            scene.donate(1);
            scene.donate(2);
            scene.readAll(reader);
            assertThat(amounts()).containsExactly(1, 2);
            scene.anvil.reorg(1);
            scene.readAll(reader);
            assertThat(amounts()).containsExactly(1);
            assertThat(scene.replica.updates)
                    .anyMatch(update -> update instanceof ChainUpdate.Reorged);
        }
    }

    @Test
    void newHeadsWakeTheReaderBeforeItsPoll() throws Exception {
        var wake = new Wake();
        try (var _ =
                new NewHeads(
                        scene.client, scene.anvil.webSocketUrl(), wake, Duration.ofMillis(100))) {
            wake.await(Duration.ofSeconds(5)); // the subscription's own answer
            scene.anvil.mine(1);
            var began = System.nanoTime();
            wake.await(Duration.ofSeconds(20));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void chainAndContractAreCheckedAtStart() {
        var code = ChainCheck.expectedCodeHash();
        assertThat(ChainCheck.check(scene.chain, 31337, scene.contract, code)).isNull();
        assertThatThrownBy(() -> ChainCheck.check(scene.chain, 1, scene.contract, code))
                .hasMessageContaining("is an endpoint of chain 31337, but URUNAN_CHAIN_ID is 1");
        assertThatThrownBy(() -> ChainCheck.check(scene.chain, 31337, Address.ZERO, code))
                .hasMessageContaining("There is no contract at 0x0000");
        assertThatThrownBy(() -> ChainCheck.check(scene.chain, 31337, AnvilScene.TOKEN, code))
                .hasMessageContaining("is not this version's Donations");
        scene.anvil.close();
        assertThat(ChainCheck.check(scene.chain, 31337, scene.contract, code))
                .contains("gave no answer");
    }

    @Test
    void balancesAreThoseBehindTheBlock() {
        var before = scene.chain.latest().ref();
        scene.transfer(6);
        scene.send(AnvilScene.DONOR, AnvilScene.BENEFICIARY, 8, "0x");
        var after = scene.chain.latest().ref();
        var tokens = List.of(AnvilScene.TOKEN, Token.NATIVE, Address.ZERO);
        var holdings = new ArrayList<Holding>();
        for (var block : List.of(before, after, new BlockRef(1, Hash.ZERO))) {
            tokens.forEach(
                    token -> holdings.add(new Holding(AnvilScene.BENEFICIARY, token, block)));
        }
        var balances = scene.chain.balances(holdings);
        assertThat(balances.get(3).subtract(balances.get(0))).isEqualTo(BigInteger.valueOf(6));
        assertThat(balances.get(4).subtract(balances.get(1))).isEqualTo(BigInteger.valueOf(8));
        assertThat(balances.get(5)).as("of what is no contract").isZero();
        assertThat(balances.subList(6, 9)).as("behind an unknown block").containsOnlyNulls();
    }

    @Test
    void receiptsOneByOneProveTheBlockAsWell() {
        scene.stopMining();
        for (var i = 1; i <= 3; i++) {
            scene.transfer(i);
        }
        scene.anvil.mine(1);
        var block = scene.chain.latest();
        var transport = new RpcTransport(scene.client, scene.anvil.url(), Duration.ofSeconds(10));
        var receipts =
                new ReceiptQuestions(new RpcQuestions(transport), "anvil").oneByOne(block.ref());
        assertThat(receipts).hasSize(3);
        assertThat(ReceiptsRoot.of(receipts)).isEqualTo(block.receiptsRoot());
    }

    @Test
    void whatDoesNotExistIsNoEmptyAnswer() {
        var filter = new LogFilter.OfContract(scene.contract);
        assertThatThrownBy(() -> scene.chain.logs(filter, new BlockRef(1, Hash.ZERO)))
                .isInstanceOf(ChainFailure.Lagging.class);
        assertThatThrownBy(() -> scene.chain.headers(0, 1_000))
                .isInstanceOf(ChainFailure.WrongAnswer.class);
        assertThat(scene.chain.header(Hash.ZERO)).isNull();
    }

    private Iterable<Integer> amounts() {
        return scene.replica.logs.stream()
                .filter(log -> log instanceof ChainLog.Transferred)
                .map(log -> ((ChainLog.Transferred) log).amount().intValue())
                .toList();
    }
}
