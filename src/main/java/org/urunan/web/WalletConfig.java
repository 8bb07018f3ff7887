package org.urunan.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What a donor's wallet is told when it does not know the chain yet. */
@ConfigMapping(prefix = "urunan.wallet")
public interface WalletConfig {

    /** How wallets shall call the chain; a well-known chain has its usual name. */
    Optional<String> chainName();

    /**
     * An endpoint that everyone may use. Never one of the node's own, which may carry its key:
     * without this, donors add an unknown chain to their wallet by hand.
     */
    Optional<URI> rpcUrl();
}
