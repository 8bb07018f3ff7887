package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table's messages are those of real providers. */
class RefusalsTest {

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/refusals.csv", delimiter = '|', numLinesToSkip = 1)
    void anEndpointsWordingIsUnderstood(
            String provider, int code, String meaning, String message, long blocks) {
        var failure = Refusals.understand(provider, code, message, true);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(meaning);
        if (failure instanceof ChainFailure.RangeTooWide tooWide) {
            assertThat(tooWide.blocks()).isEqualTo(blocks);
        }
        assertThat(failure).hasMessageContaining(message.substring(0, 10));
    }
}
