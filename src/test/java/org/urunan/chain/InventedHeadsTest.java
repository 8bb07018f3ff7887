package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.SetClock;

/**
 * Heads that endpoints invent, or call final too early: they hold nothing up, and nothing of them
 * is believed.
 */
@Timeout(30)
class InventedHeadsTest {

    private static final Hash NONE = Hash.keccak256(new byte[3]);

    @AutoClose private final Scene scene = new Scene();

    @Test
    void aHeadThatOneEndpointInventsHoldsNothingUp() throws Exception {
        var liar = new FakeEndpoint(scene.chain, "liar");
        scene.endpoints.add(liar);
        liar.tellLatest(InventedHeadsTest::farAhead);
        scene.readHistoryAndHead();
        for (var i = 0; i < 30; i++) {
            scene.chain.mine(Scene.donate(i + 1));
            scene.readAll();
        }
        scene.assertThatTheTruthWasRead();
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
        scene.readHistoryAndHead();
        for (var i = 0; i < 30; i++) {
            scene.chain.mine(Scene.donate(i + 1));
            scene.readAll();
        }
        scene.assertThatTheTruthWasRead();
    }

    @Test
    void aFinalisedHeadThatOneEndpointInventsIsNotBelieved() throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint.tellFinalised(InventedHeadsTest::farAhead);
        scene.readHistoryAndHead();
        assertThat(scene.replica.finalised).isEqualTo(scene.chain.header(300).ref());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60})
    void aFinalisedHeadOfAnotherHashIsNotBelieved(long number) throws Exception {
        scene.endpoints.add(new FakeEndpoint(scene.chain, "second"));
        scene.endpoint.tellFinalised(_ -> invented(number, NONE));
        scene.readHistoryAndHead();
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
        scene.assertThatTheTruthWasRead();
    }

    /**
     * As behind a balancer: nobody who once told something long past is left out for it at once.
     */
    @Test
    void whatOneEndpointCallsFinalTooEarlyIsNotFinalWhileTheOtherOneIsFarBehind() throws Exception {
        var clock = new SetClock();
        scene.clock = clock;
        scene.mineHistory(100, 2);
        scene.chain.finalise(40);
        var past = scene.chain.copy();
        scene.chain.mineEmpty(60);
        scene.chain.finalise(120);
        var second = new FakeEndpoint(scene.chain, "second");
        scene.endpoints.add(second);
        scene.start().readAll();
        second.see(() -> past);
        scene.endpoint.tellFinalised(_ -> scene.chain.header(scene.chain.head()));
        scene.chain.mineEmpty(1);
        scene.restart();
        scene.read(50);
        assertThat(scene.replica.finalised.number()).isEqualTo(120);

        clock.pass(Duration.ofMinutes(1));
        scene.chain.mineEmpty(1);
        scene.read(50);
        assertThat(scene.replica.finalised.number()).isEqualTo(scene.chain.head());
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
        scene.assertThatTheTruthWasRead();
    }

    private static BlockHeader invented(long number, Hash parent) {
        var hash = Hash.keccak256(new byte[] {1, (byte) number});
        return new BlockHeader(number, hash, parent, 1, NONE, NONE, Bloom.EMPTY, false);
    }

    private static BlockHeader farAhead(BlockHeader it) {
        return invented(it.number() + 1_000_000, it.parentHash());
    }
}
