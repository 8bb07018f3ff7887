package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.support.Anvil;
import org.urunan.support.NodeProcess;
import org.urunan.support.PostgreSql;

/** Real nodes, really killed, beside a real chain that is really replaced. */
class KilledNodesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OUT = Path.of("contracts/out");
    private static final String BENEFICIARY = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final String DONOR = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    private static final int KILLS = 5;

    @TempDir Path folder;
    private final Random random = new Random(1);
    private Anvil anvil;
    private String contract;
    private long given;

    @BeforeEach
    void startTheChain() throws IOException {
        // A block is there when it was asked for: anvil loses blocks that it mines by itself while
        // it reorganises.
        anvil = Anvil.start("--no-mining");
        contract = JSON.readTree(OUT.resolve("deployment.json").toFile()).get("address").asText();
        var code =
                JSON.readTree(OUT.resolve("Donations.sol/Donations.json").toFile())
                        .at("/deployedBytecode/object")
                        .asText();
        anvil.call("anvil_setCode", "\"%s\",\"%s\"".formatted(contract, code));
        send(BENEFICIARY, contract, 0, announcement());
        // The announcement stays, whatever is replaced.
        anvil.mine(5);
    }

    @AfterEach
    void stopTheChain() {
        anvil.close();
    }

    @Test
    void killedAgainAndAgainANodeLosesNothingAndDoublesNothing() throws Exception {
        for (var kill = 0; kill < KILLS; kill++) {
            var node = NodeProcess.start(folder, environment());
            for (var i = 0; i < 6; i++) {
                give();
                if (random.nextInt(3) == 0) {
                    anvil.reorg(1 + random.nextInt(3));
                }
                Thread.sleep(random.nextInt(150));
            }
            node.kill();
        }
        give();
        try (var node = NodeProcess.start(folder, environment())) {
            awaitHead(node);
            assertThat(ledger(node)).isEqualTo(gifts());
            assertThat(gifts()).hasSizeGreaterThan(KILLS);
        }
    }

    @Test
    void ofTwoNodesOnOnePostgreSqlTheOtherWritesOnWithinFiveSeconds() throws Exception {
        var environment = environment();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PostgreSql.newDatabase());
        var writer = NodeProcess.start(folder.resolve("one"), environment);
        try (var other = NodeProcess.start(folder.resolve("two"), environment)) {
            give();
            awaitHead(writer);
            awaitHead(other);
            assertThat(ledger(other)).isEqualTo(ledger(writer)).hasSize(1);

            writer.kill();
            var start = System.nanoTime();
            give();
            awaitHead(other);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(ledger(other)).isEqualTo(gifts()).hasSize(2);
        } finally {
            writer.kill();
        }
    }

    private Map<String, String> environment() throws IOException {
        var tokens = folder.resolve("tokens.json");
        Files.writeString(
                tokens,
                """
                {"tokens": [{"chainId": 31337, "address": "%s", "symbol": "ETH", "name": "Ether", "decimals": 18}]}
                """
                        .formatted(Token.NATIVE));
        var environment = new HashMap<String, String>();
        environment.put("URUNAN_CHAIN_ID", "31337");
        environment.put("URUNAN_CHAIN_RPC_URLS", anvil.url().toString());
        environment.put("URUNAN_CHAIN_CONTRACT", contract);
        environment.put("URUNAN_CHAIN_POLL_INTERVAL", "100ms");
        environment.put("URUNAN_CHAIN_FINALITY_DEPTH", "20");
        environment.put("URUNAN_TOKEN_LIST", tokens.toString());
        return environment;
    }

    private void give() {
        send(DONOR, BENEFICIARY, ++given, "0x");
    }

    private void send(String from, String to, long wei, String data) {
        anvil.call(
                "eth_sendTransaction",
                "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%x\",\"data\":\"%s\",\"gas\":\"0x7a120\"}"
                        .formatted(from, to, wei, data));
        anvil.mine(1);
    }

    /** {@code announce(1, 7)} */
    private static String announcement() {
        var selector =
                Hash.keccak256("announce(uint96,bytes32)".getBytes(StandardCharsets.US_ASCII))
                        .toString()
                        .substring(0, 10);
        return selector + "%064x%064x".formatted(1, 7);
    }

    private void awaitHead(NodeProcess node) {
        node.await(
                "reached the head",
                () ->
                        node.site()
                                .json("/api/v1/status")
                                .at("/asOf/hash")
                                .asText()
                                .equals(block("latest").get("hash").asText()));
    }

    private static List<String> ledger(NodeProcess node) {
        return node.site().all("/api/v1/ledger?limit=500&order=asc", "entries").stream()
                .map(e -> e.get("txHash").asText() + " " + e.get("amount").asText())
                .toList();
    }

    /** Straight from the chain's blocks. */
    private List<String> gifts() {
        var gifts = new ArrayList<String>();
        var head = Long.decode(block("latest").get("number").asText());
        for (var number = 0L; number <= head; number++) {
            for (var tx : block("0x" + Long.toHexString(number)).get("transactions")) {
                if (tx.path("to").asText().equals(BENEFICIARY)) {
                    var wei = new BigInteger(tx.get("value").asText().substring(2), 16);
                    gifts.add(tx.get("hash").asText() + " " + wei);
                }
            }
        }
        return gifts;
    }

    private JsonNode block(String number) {
        try {
            return JSON.readTree(
                            anvil.call("eth_getBlockByNumber", "\"%s\",true".formatted(number)))
                    .get("result");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
