package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.support.NodeProcess;

class RequiredSettingsIT {

    @Test
    void aNodeThatMissesSettingsStopsAndNamesThem(@TempDir Path folder) {
        assertThatThrownBy(() -> NodeProcess.start(folder, Map.of("URUNAN_CHAIN_ID", "31337")))
                .hasMessageContaining(
                        "The node cannot start without URUNAN_CHAIN_RPC_URLS, URUNAN_CHAIN_CONTRACT:")
                .hasMessageNotContaining("IllegalStateException")
                .hasMessageNotContaining("\tat ");
    }
}
