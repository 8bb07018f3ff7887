package org.urunan.chain;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a node cannot start without: whoever forgot it is told its name, and where to set it. */
public final class RequiredSettings {

    /** The value of a setting that was not told. */
    public static final String MISSING = "missing";

    private RequiredSettings() {}

    /**
     * @throws IllegalStateException with a sentence for the operator if any is missing
     */
    static void check(ChainConfig config) {
        var missing = new ArrayList<String>();
        if (config.id() <= 0) {
            missing.add("URUNAN_CHAIN_ID");
        }
        if (config.rpcUrls().equals(List.of(URI.create(MISSING)))) {
            missing.add("URUNAN_CHAIN_RPC_URLS");
        }
        if (config.contract().equals(MISSING)) {
            missing.add("URUNAN_CHAIN_CONTRACT");
        }
        if (!missing.isEmpty()) {
            throw missing(String.join(", ", missing));
        }
    }

    /** The refusal to start without these. */
    public static IllegalStateException missing(String names) {
        return new IllegalStateException(
                "The node cannot start without %s: set it in the environment or in config/application.properties."
                        .formatted(names));
    }
}
