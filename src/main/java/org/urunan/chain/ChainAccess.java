package org.urunan.chain;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Token;

/** The configured endpoints, and readers of what they tell. */
@ApplicationScoped
public class ChainAccess {

    private final ChainConfig config;
    private final HttpClient client;
    private final List<Chain> chains;
    private final Endpoints endpoints;
    private final Wake wake = new Wake();
    private final @Nullable NewHeads newHeads;
    private volatile @Nullable ChainReader reader;

    public ChainAccess(ChainConfig config) {
        this.config = config;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        this.chains =
                config.rpcUrls().stream()
                        .<Chain>map(
                                url ->
                                        new Web3jChain(
                                                client,
                                                url,
                                                config.timeout(),
                                                config.finalityDepth()))
                        .toList();
        this.endpoints = new Endpoints(chains, config.id(), Patience.USUAL, Clock.systemUTC());
        this.newHeads =
                config.wakeUrl()
                        .map(url -> new NewHeads(client, url, wake, Duration.ofSeconds(5)))
                        .orElse(null);
    }

    /**
     * @throws IllegalStateException with a sentence, if an endpoint is of another chain or the
     *     contract is not {@code Donations}: the node must not start
     */
    public void check() {
        var contract = Address.parse(config.contract());
        var codeHash = ChainCheck.expectedCodeHash();
        ChainCheck.checkAll(
                chains, chain -> ChainCheck.check(chain, config.id(), contract, codeHash));
    }

    /** A reader from where the ledger stands; the caller closes it. */
    public ChainReader read(ResumePoint from, List<Token> tokens) {
        var created = new ChainReader(endpoints, ReaderSettings.of(config, tokens), from, wake);
        reader = created;
        return created;
    }

    /** All endpoints, for questions that belong to no reader. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Where the last reader stands; null before the first one. */
    public @Nullable ReaderStatus status() {
        var last = reader;
        return last == null ? null : last.status();
    }

    @PreDestroy
    void close() {
        if (newHeads != null) {
            newHeads.close();
        }
        client.shutdownNow();
    }
}
