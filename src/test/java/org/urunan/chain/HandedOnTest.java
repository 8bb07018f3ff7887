package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urunan.support.FakeEndpoint;

@Timeout(30)
class HandedOnTest {

    private static final int MOST = 20;

    private final Scene scene = new Scene();
    private final Window window = window();
    private HandedOn handedOn;

    @AfterEach
    void close() {
        handedOn.close();
        scene.close();
    }

    @Test
    void whileAnAlarmStandsBlocksWithoutLogsAreForgottenAndReadingGoesOn() throws Exception {
        scene.chain.mine(Scene.announce());
        scene.chain.mineEmpty(500);
        handOnWithAnAlarm();
        for (var number = 2; number <= 501; number++) {
            handOn(number);
            assertThat(handedOn.awaitsAudit(scene.chain.header(501))).isFalse();
            assertThat(window.size()).isLessThanOrEqualTo(MOST);
        }
        assertThat(window.block(1)).as("has a log").isNotNull();
        assertThat(window.block(501)).as("is the cursor").isNotNull();
        assertThat(handedOn.waiting(scene.chain.header(501))).isNull();
    }

    @Test
    void blocksWithLogsAreKeptAndReadingWaitsWhenTheyAreTooMany() throws Exception {
        scene.mineHistory(2 * MOST, 1);
        handOnWithAnAlarm();
        var number = 2L;
        while (!handedOn.awaitsAudit(scene.chain.header(2 * MOST))) {
            handOn(number++);
        }
        assertThat(window.size()).isEqualTo(MOST + 2);
        assertThat(handedOn.waiting(scene.chain.header(2 * MOST)))
                .startsWith("More than 20 blocks that were read wait for the audit");
    }

    /** They may be replaced yet: whoever forgets them finds no common ancestor. */
    @Test
    void blocksAboveTheFinalisedHeadAreAllKept() throws Exception {
        scene.chain.mine(Scene.announce());
        scene.chain.mineEmpty(100);
        handOnWithAnAlarm();
        for (var number = 2; number <= 101; number++) {
            handOn(number);
            assertThat(handedOn.awaitsAudit(scene.chain.header(10))).isFalse();
        }
        assertThat(window.block(9)).isNull();
        for (var number = 11; number <= 101; number++) {
            assertThat(window.block(number)).isNotNull();
        }
    }

    /** Hands on the first block, of which no endpoint gives receipts. */
    private void handOnWithAnAlarm() throws InterruptedException {
        scene.endpoint.fault(
                method -> {
                    if (method.equals("receipts")) {
                        throw new ChainFailure.NotSupported("unknown");
                    }
                });
        var known = new Beneficiaries(Map.of());
        var endpoints = scene.openEndpoints();
        var audit =
                new Audit(
                        scene.settings(),
                        endpoints,
                        new BloomCheck(),
                        new WholeBlocks(AuditDepth.RECEIPTS));
        var auditor =
                new Auditor(
                        audit,
                        window,
                        endpoints,
                        new Proven(),
                        window.base(),
                        known,
                        Duration.ofMillis(1));
        handedOn = new HandedOn(window, known, auditor, MOST);
        handOn(1);
        while (auditor.alarm() == null) {
            Thread.sleep(1);
        }
    }

    private void handOn(long number) {
        var header = scene.chain.header(number);
        var logs =
                new FakeEndpoint(scene.chain)
                        .logs(new LogFilter.OfContract(Scene.CONTRACT), header.ref())
                        .logs();
        var block = new ReadBlock(number, header.hash(), header.time(), new Checksum().of(logs));
        handedOn.take(
                new ChainUpdate.Appended(
                        window.cursor(), header.ref(), List.of(block), logs, Map.of(), List.of()),
                scene.chain.header(1),
                true);
    }

    private Window window() {
        var genesis = scene.chain.header(0).ref();
        return new Window(genesis, genesis, List.of());
    }
}
