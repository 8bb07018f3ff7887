package org.urunan.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what beneficiaries should own is compared with what they own. */
@ConfigMapping(prefix = "urunan.reconciliation")
public interface ReconciliationConfig {

    /** Whether it is compared at all: each comparison asks the endpoint for balances. */
    @WithDefault("true")
    boolean enabled();

    /** The wait between two rounds. */
    @WithDefault("10s")
    Duration interval();
}
