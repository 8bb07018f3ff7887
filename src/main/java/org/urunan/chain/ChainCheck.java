package org.urunan.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Whether the configured chain and contract are those this node is made for. An endpoint that does
 * not answer is no reason not to start; one that answers something else is.
 */
public final class ChainCheck {

    private static final Logger LOG = Logger.getLogger(ChainCheck.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String DEPLOYMENT = "/contracts/deployment.json";

    private ChainCheck() {}

    /** The hash of the code that every {@code Donations} has, from its build. */
    public static Hash expectedCodeHash() {
        try (var json = ChainCheck.class.getResourceAsStream(DEPLOYMENT)) {
            if (json == null) {
                throw new IllegalStateException(
                        "%s is missing from the build: build the contracts first."
                                .formatted(DEPLOYMENT));
            }
            return Hash.parse(
                    new ObjectMapper().readTree(json).required("runtimeCodeHash").asText());
        } catch (IOException e) {
            throw new IllegalStateException(DEPLOYMENT + " cannot be read", e);
        }
    }

    /**
     * @param endpoint as configured, unchecked
     * @return a sentence about an endpoint that did not answer; null if all is as it should be
     * @throws IllegalStateException if the chain or the contract is another one: the node must not
     *     start
     */
    public static @Nullable String check(
            Chain endpoint, long chainId, Address contract, Hash codeHash) {
        try {
            checkChainId(endpoint, chainId);
            checkCode(endpoint, contract, codeHash);
            return null;
        } catch (ChainFailure e) {
            return e.getMessage();
        }
    }

    private static void checkChainId(Chain endpoint, long chainId) {
        var told = endpoint.chainId();
        if (told != chainId) {
            throw new IllegalStateException(
                    """
                    %s is an endpoint of chain %d, but URUNAN_CHAIN_ID is %d: correct one of \
                    the two."""
                            .formatted(endpoint.name(), told, chainId));
        }
    }

    private static void checkCode(Chain endpoint, Address contract, Hash codeHash) {
        var code = endpoint.code(contract);
        if (code.length == 0) {
            throw new IllegalStateException(
                    """
                    There is no contract at %s on the chain of %s: correct \
                    URUNAN_CHAIN_CONTRACT, or deploy Donations first."""
                            .formatted(contract.checksummed(), endpoint.name()));
        }
        var found = Hash.keccak256(code);
        if (!found.equals(codeHash)) {
            throw new IllegalStateException(
                    """
                    The contract at %s on the chain of %s is not this version's Donations: its \
                    code has the hash %s, not %s. Correct URUNAN_CHAIN_CONTRACT."""
                            .formatted(contract.checksummed(), endpoint.name(), found, codeHash));
        }
    }

    /**
     * Checks all endpoints at once. Those that do not answer soon are left for later: an endpoint
     * is never used before it told the right chain id.
     */
    static void checkAll(
            List<? extends Chain> endpoints, long chainId, Address contract, Hash codeHash) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new LinkedHashMap<Chain, Future<Optional<String>>>();
            for (var endpoint : endpoints) {
                answers.put(
                        endpoint,
                        threads.submit(
                                () ->
                                        Optional.ofNullable(
                                                check(endpoint, chainId, contract, codeHash))));
            }
            var end = System.nanoTime() + SOON.toNanos();
            for (var answer : answers.entrySet()) {
                await(answer.getValue(), end - System.nanoTime(), answer.getKey().name())
                        .ifPresent(it -> LOG.warnf("%s. It is asked again.", it));
            }
            threads.shutdownNow();
        }
    }

    private static Optional<String> await(
            Future<Optional<String>> answer, long nanos, String endpoint) {
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.of(endpoint + " has not answered within " + SOON);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException wrong
                    ? wrong
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while checking " + endpoint, e);
        }
    }
}
