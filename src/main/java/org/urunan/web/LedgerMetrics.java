package org.urunan.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;
import org.urunan.ledger.LedgerStatus;

/** How far the ledger is, for the operator's monitoring. */
@ApplicationScoped
class LedgerMetrics {

    private final Heads heads;
    private final ApiStream stream;

    LedgerMetrics(Heads heads, ApiStream stream) {
        this.heads = heads;
        this.stream = stream;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        gauge(registry, "urunan.ledger.block", status -> status.asOf().number());
        gauge(registry, "urunan.ledger.finalised.block", status -> status.finalised().number());
        gauge(registry, "urunan.ledger.blocks.behind", LedgerStatus::lagBlocks);
        registry.gauge("urunan.stream.listeners", stream, ApiStream::listeners);
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<LedgerStatus> figure) {
        registry.gauge(
                name,
                heads,
                watched -> {
                    var status = watched.last();
                    return status == null ? Double.NaN : figure.applyAsDouble(status);
                });
    }
}
