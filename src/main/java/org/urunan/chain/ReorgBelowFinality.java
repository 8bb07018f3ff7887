package org.urunan.chain;

/**
 * The chain replaced a block that was final. No node can repair this by itself: writing stops until
 * an operator decides.
 */
public final class ReorgBelowFinality extends RuntimeException {

    private final transient BlockRef finalised;

    ReorgBelowFinality(BlockRef finalised, String endpoint) {
        super(
                """
                Block %d was final with hash %s, but the chain of %s does not have it. Nothing is \
                written until this is resolved: check that the endpoint is of the right chain; if \
                the chain itself was rewritten, start with an empty database."""
                        .formatted(finalised.number(), finalised.hash(), endpoint));
        this.finalised = finalised;
    }

    public BlockRef finalised() {
        return finalised;
    }
}
