package org.urunan.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The other nodes that this one asks for content. */
@ConfigMapping(prefix = "urunan.peers")
public interface PeerConfig {

    /** Where they are reached: {@code https://node.example}. None: this node asks nobody. */
    @WithParentName
    Optional<List<String>> urls();

    /** Longest wait for one content, from the question to its last byte. */
    @WithDefault("20s")
    Duration deadline();

    /** Most contents asked for at one time. */
    @WithDefault("4")
    int atOnce();

    /** How long a peer that sent other bytes than asked for is left alone. */
    @WithDefault("10m")
    Duration restAfterLie();
}
