package org.urunan.chain;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;

/** Makes the chain's plain classes from this node's configuration, and checks them at start. */
@Singleton
class ChainBeans {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(5);

    private final ChainConfig config;
    private final HttpClient client;
    private final List<Web3jChain> chains;
    private final Endpoints endpoints;
    private final @Nullable NewHeads newHeads;

    ChainBeans(ChainConfig config) {
        RequiredSettings.check(config);
        this.config = config;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        this.chains =
                config.rpcUrls().stream()
                        .map(
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
                        .map(
                                url ->
                                        new NewHeads(
                                                client, url, endpoints.wake(), BETWEEN_CONNECTIONS))
                        .orElse(null);
    }

    /** Stops the node's start with a sentence if chain or contract are others. */
    void check(@Observes @Priority(400) StartupEvent event) {
        var contract = Address.parse(config.contract());
        ChainCheck.checkAll(chains, config.id(), contract, ChainCheck.expectedCodeHash());
    }

    @Produces
    @Singleton
    Endpoints endpoints() {
        return endpoints;
    }

    @PreDestroy
    void close() {
        if (newHeads != null) {
            newHeads.close();
        }
        client.shutdownNow();
    }
}
