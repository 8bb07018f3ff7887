package org.urunan.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this node keeps the ledger. */
@ConfigMapping(prefix = "urunan.ledger")
public interface LedgerConfig {

    /** Whether this node reads the chain. One that does not only shows what another one writes. */
    @WithDefault("true")
    boolean write();

    /** The wait after a first failure; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstRetry();

    /** The longest such wait. */
    @WithDefault("30s")
    Duration longestRetry();

    /**
     * How often a node that another one writes for looks what is new, and for its turn to write.
     */
    @WithDefault("1s")
    Duration followInterval();
}
