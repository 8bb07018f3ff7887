package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChainReaderTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void historyIsReadInRangesAndTheHeadBlockByBlock() throws Exception {
        scene.mineHistory(300, 5);
        scene.chain.finalise(250);
        scene.start().readAll();
        assertThat(scene.replica.logs).isEqualTo(scene.truth()).hasSizeGreaterThan(1_000);
        assertThat(scene.replica.finalised.number()).isEqualTo(250);
        assertThat(scene.reader.status().alarm()).isNull();
    }
}
