package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.urunan.ledger.LedgerSync;
import org.urunan.ledger.SyncStatus;

/**
 * Ready: the database answers, the chain answers, the ledger is near its head, and nothing waits
 * for the operator. A process that runs is live; a lagging one must not be killed for it.
 */
@Readiness
@ApplicationScoped
class LedgerHealth implements HealthCheck {

    private final Heads heads;
    private final LedgerSync sync;
    private final long mostBlocksBehind;

    LedgerHealth(
            Heads heads,
            LedgerSync sync,
            @ConfigProperty(name = "urunan.web.ready-lag-blocks", defaultValue = "20")
                    long mostBlocksBehind) {
        this.heads = heads;
        this.sync = sync;
        this.mostBlocksBehind = mostBlocksBehind;
    }

    @Override
    public HealthCheckResponse call() {
        var head = heads.last();
        var status = sync.status();
        var hasAlarm =
                status.state() == SyncStatus.State.STOPPED
                        || (status.reader() != null && status.reader().alarm() != null);
        var lag = head == null ? Long.MAX_VALUE : head.lagBlocks();
        var isGood = heads.isReadable() && heads.silentSince() == null;
        var answer =
                HealthCheckResponse.named("ledger")
                        .status(isGood && lag <= mostBlocksBehind && !hasAlarm)
                        .withData("databaseAnswers", heads.isReadable())
                        .withData("chainAnswers", heads.silentSince() == null)
                        .withData("doing", status.state().name())
                        .withData("alarm", hasAlarm);
        return head == null
                ? answer.withData("begun", false).build()
                : answer.withData("block", head.asOf().number())
                        .withData("blocksBehind", lag)
                        .build();
    }
}
