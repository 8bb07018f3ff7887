package org.urunan.chain;

import java.util.List;

/** The endpoints of one chain, the best first. */
public final class Endpoints {

    private final List<Chain> chains;

    public Endpoints(List<Chain> chains) {
        this.chains = List.copyOf(chains);
    }

    /** In the configured order. */
    public List<EndpointHealth> health() {
        throw new UnsupportedOperationException(chains.toString());
    }
}
