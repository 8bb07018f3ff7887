package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.content.Cid;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.support.Anvil;
import org.urunan.support.NodeProcess;
import org.urunan.support.PostgreSql;

/** Two real nodes on one PostgreSQL: the second writes nothing, and its visitors miss nothing. */
class TwoNodesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OUT = Path.of("contracts/out");
    private static final String BENEFICIARY = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final String DONOR = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    private static final int GIFTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] TEXT =
            """
            {"version":1,"language":"en","title":"A well","summary":"Water","story":"We dig.",\
            "category":"community","place":"","pictures":[],"links":[]}"""
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private Anvil anvil;
    private String contract;

    @BeforeEach
    void startTheChain() throws IOException {
        anvil = Anvil.start();
        contract = JSON.readTree(OUT.resolve("deployment.json").toFile()).get("address").asText();
        var code =
                JSON.readTree(OUT.resolve("Donations.sol/Donations.json").toFile())
                        .at("/deployedBytecode/object")
                        .asText();
        anvil.call("anvil_setCode", "\"%s\",\"%s\"".formatted(contract, code));
        send(BENEFICIARY, contract, 0, announcement());
    }

    @AfterEach
    void stopTheChain() {
        anvil.close();
    }

    @Test
    void visitorsOfTheNodeThatDoesNotWriteHearOfGiftsAndOfTextsThatArrive() throws Exception {
        var environment = environment();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PostgreSql.newDatabase());
        try (var writer = NodeProcess.start(folder.resolve("writer"), environment);
                var other = NodeProcess.start(folder.resolve("other"), environment);
                var http = HttpClient.newHttpClient()) {
            awaitAnnounced(writer);
            awaitAnnounced(other);
            var events = listen(http, other);
            hear(events, "block");

            var waits = new long[GIFTS];
            for (var gift = 0; gift < GIFTS; gift++) {
                events.clear();
                var start = System.nanoTime();
                var hash = send(DONOR, BENEFICIARY, gift + 1, "0x");
                hear(events, "ledger");
                waits[gift] = (System.nanoTime() - start) / 1_000_000;
                assertThat(other.get("/tx/" + hash)).contains("It is in the ledger");
            }
            java.util.Arrays.sort(waits);
            System.out.printf(
                    "From the sending of a gift to the event at the node that does not write: median %d ms, longest %d ms of %d%n",
                    waits[GIFTS / 2], waits[GIFTS - 1], GIFTS);

            assertThat(other.get(campaign())).contains("The text is not here yet");
            events.clear();
            upload(http, writer);
            hear(events, "campaigns");
            assertThat(other.get(campaign())).contains("A well");
            http.shutdownNow();
        }
    }

    private static String campaign() {
        return "/campaigns/" + BENEFICIARY + "/1?lang=en";
    }

    /** The names of the events of a node's stream, as they come. */
    private static BlockingQueue<String> listen(HttpClient http, NodeProcess node) {
        var events = new LinkedBlockingQueue<String>();
        var request = HttpRequest.newBuilder(node.url().resolve("/api/v1/stream")).build();
        Thread.startVirtualThread(
                () -> {
                    try {
                        http.send(request, BodyHandlers.ofLines())
                                .body()
                                .filter(line -> line.startsWith("event:"))
                                .forEach(line -> events.add(line.substring(6).strip()));
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        // The test is over, or what it waits for does not come, which it tells.
                        events.add("the stream ended: " + e);
                    }
                });
        return events;
    }

    private static void hear(BlockingQueue<String> events, String kind)
            throws InterruptedException {
        for (var heard = ""; !heard.equals(kind); ) {
            heard = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(heard).as("an event \"%s\" within %s", kind, PATIENCE).isNotNull();
        }
    }

    private static void upload(HttpClient http, NodeProcess node) throws Exception {
        var request =
                HttpRequest.newBuilder(node.url().resolve("/api/v1/content"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(TEXT))
                        .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 201);
    }

    private static void awaitAnnounced(NodeProcess node) {
        node.await("shows the campaign", () -> node.site().answers(campaign()));
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

    /** The hash of the transaction. */
    private String send(String from, String to, long wei, String data) throws IOException {
        var answer =
                anvil.call(
                        "eth_sendTransaction",
                        "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%x\",\"data\":\"%s\",\"gas\":\"0x7a120\"}"
                                .formatted(from, to, wei, data));
        return JSON.readTree(answer).get("result").asText();
    }

    private static String announcement() {
        var selector =
                Hash.keccak256("announce(uint96,bytes32)".getBytes(StandardCharsets.US_ASCII))
                        .toString()
                        .substring(0, 10);
        var digest = Cid.of(TEXT).hash().toString().substring(2);
        return selector + "%064x".formatted(1) + digest;
    }
}
