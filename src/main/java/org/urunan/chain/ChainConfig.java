package org.urunan.chain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which chain is read, through which endpoints, and how. */
@ConfigMapping(prefix = "urunan.chain")
public interface ChainConfig {

    /** EIP-155. An endpoint of another chain is never used. 0: not told. */
    @WithDefault("0")
    long id();

    /** The best first; the others are asked when it fails. */
    @WithDefault(RequiredSettings.MISSING)
    List<URI> rpcUrls();

    /** The address of the {@code Donations} contract. */
    @WithDefault(RequiredSettings.MISSING)
    String contract();

    /** The first block to read: the one in which the contract was deployed, or any before it. */
    @WithDefault("0")
    long startBlock();

    /** How often the head is asked for. */
    @WithDefault("2s")
    Duration pollInterval();

    /** An endpoint whose {@code newHeads} wake the reader up before the next poll. */
    Optional<URI> wakeUrl();

    /** Whether plain native transfers are found, by reading every block's transactions. */
    @WithDefault("true")
    boolean nativeBlocks();

    /** For a chain without the {@code finalized} head: so many blocks below the head are final. */
    OptionalInt finalityDepth();

    /** How the blocks are checked before they are called final. */
    @WithDefault("receipts")
    AuditDepth audit();

    /** Longest wait for one answer. */
    @WithDefault("30s")
    Duration timeout();

    /** Most addresses in one request for logs. */
    @WithDefault("500")
    int topicsPerRequest();

    /** Most requests in one JSON-RPC batch. */
    @WithDefault("50")
    int batchSize();
}
