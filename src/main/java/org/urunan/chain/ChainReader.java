package org.urunan.chain;

/**
 * Reads one chain from where its ledger stands. Used by one thread at a time; after any failure a
 * new reader goes on from {@code Ledger.resume()}.
 */
public final class ChainReader implements AutoCloseable {

    private final Endpoints endpoints;
    private final ReaderSettings settings;
    private final ResumePoint start;

    public ChainReader(Endpoints endpoints, ReaderSettings settings, ResumePoint start) {
        this.endpoints = endpoints;
        this.settings = settings;
        this.start = start;
    }

    /**
     * What happened since the update before, which is taken to be applied. Waits until there is
     * something, or about one poll.
     *
     * @throws ChainFailure if no endpoint has answered yet
     * @throws ReorgBelowFinality if the chain replaced what was final
     */
    public ChainUpdate next() throws InterruptedException {
        if (start.cursor() == null && endpoints.health().isEmpty()) {
            throw new ChainFailure.Unavailable("No endpoint for " + settings, null);
        }
        throw new UnsupportedOperationException("Nothing is read yet");
    }

    @Override
    public void close() {}
}
