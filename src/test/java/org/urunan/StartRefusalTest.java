package org.urunan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.urunan.chain.RequiredSettings;

class StartRefusalTest {

    private static final RuntimeException REFUSAL = RequiredSettings.missing("URUNAN_CHAIN_ID");

    @Test
    void aStartThatIsRefusedIsToldByItsSentenceAlone() {
        var told = told("io.quarkus.runtime.Application", new RuntimeException("wrapped", REFUSAL));
        assertThat(told.getMessage()).startsWith("The node cannot start without URUNAN_CHAIN_ID");
        assertThat(told.getThrown()).isNull();
    }

    @Test
    void whatFailsWithoutASentenceOfOursKeepsItsStackTrace() {
        var failure = new IllegalStateException("ours", new NullPointerException("not ours"));
        var told = told("io.quarkus.runtime.Application", failure);
        assertThat(told.getMessage()).isEqualTo("Failed to start application");
        assertThat(told.getThrown()).isSameAs(failure);
    }

    @Test
    void whatOthersLogIsLeftAlone() {
        assertThat(told("org.urunan.ledger.SyncLoop", REFUSAL).getThrown()).isSameAs(REFUSAL);
    }

    private static LogRecord told(String logger, Throwable thrown) {
        var told = new LogRecord(Level.SEVERE, "Failed to start application");
        told.setLoggerName(logger);
        told.setThrown(thrown);
        assertThat(new StartRefusal().isLoggable(told)).isTrue();
        return told;
    }
}
