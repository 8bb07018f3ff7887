package org.urunan.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What uploads may take of this node before the chain names them. */
@ConfigMapping(prefix = "urunan.content")
public interface ContentConfig {

    /** How long an upload waits for its announcement. */
    @WithDefault("24h")
    Duration quarantine();

    /** All of quarantine together, in bytes. */
    @WithDefault("268435456")
    long quarantineBytes();

    @WithDefault("2000")
    int quarantineCount();

    /** In a full quarantine, uploads older than this give way to new ones. */
    @WithDefault("1h")
    Duration quarantineProtected();
}
