package org.urunan.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Whether the configured chain and contract are those this node is made for. An endpoint that does
 * not answer is no reason not to start; one that answers something else is.
 */
public final class ChainCheck {

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

    /** Checks all endpoints; those that do not answer are left for later. */
    static void checkAll(
            Iterable<? extends Chain> endpoints, Function<Chain, @Nullable String> check) {
        for (var endpoint : endpoints) {
            var sentence = check.apply(endpoint);
            if (sentence != null) {
                System.getLogger(ChainCheck.class.getName())
                        .log(System.Logger.Level.WARNING, "{0} It is asked again.", sentence);
            }
        }
    }
}
