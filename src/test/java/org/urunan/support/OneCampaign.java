package org.urunan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * A real chain with the contract, one campaign, and a donor whose every gift is one wei more. A
 * gift is in a block when its method returns. Above the announcement are five blocks more, so that
 * it stays when the last ones are replaced.
 */
public final class OneCampaign implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OUT = Path.of("contracts/out");
    public static final String BENEFICIARY = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final String DONOR = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

    /** Anvil loses blocks that it mines by itself while it reorganises: here it never does. */
    public final Anvil anvil = Anvil.start("--no-mining");

    private final String contract;
    private long given;

    /** With a text that nobody has. */
    public OneCampaign() throws IOException {
        this(Hash.sha256(new byte[] {7}));
    }

    /**
     * @param text the hash that its announcement names
     */
    public OneCampaign(Hash text) throws IOException {
        contract = JSON.readTree(OUT.resolve("deployment.json").toFile()).get("address").asText();
        var code =
                JSON.readTree(OUT.resolve("Donations.sol/Donations.json").toFile())
                        .at("/deployedBytecode/object")
                        .asText();
        anvil.call("anvil_setCode", "\"%s\",\"%s\"".formatted(contract, code));
        send(
                BENEFICIARY,
                contract,
                0,
                call("announce(uint96,bytes32)", "%064x%s".formatted(1, digits(text))));
        anvil.mine(5);
    }

    /** What a node needs to read it. */
    public Map<String, String> environment(Path folder) throws IOException {
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
        // As a compose file hands on what its operator left out.
        environment.put("URUNAN_PEERS", "");
        return environment;
    }

    /**
     * A plain transfer.
     *
     * @return the hash of its transaction
     */
    public String give() {
        return send(DONOR, BENEFICIARY, ++given, "0x");
    }

    /** Through the contract, which leaves a log. */
    public void donate() {
        send(
                DONOR,
                contract,
                ++given,
                call("donate(bytes32)", BENEFICIARY.substring(2) + "%024x".formatted(1)));
    }

    private String send(String from, String to, long wei, String data) {
        var answer =
                anvil.call(
                        "eth_sendTransaction",
                        "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%x\",\"data\":\"%s\",\"gas\":\"0x7a120\"}"
                                .formatted(from, to, wei, data));
        anvil.mine(1);
        return result(answer).asText();
    }

    private static String digits(Hash hash) {
        return hash.toString().substring(2);
    }

    private static String call(String signature, String arguments) {
        var hash = Hash.keccak256(signature.getBytes(StandardCharsets.US_ASCII)).toString();
        return hash.substring(0, 10) + arguments;
    }

    public void awaitHead(NodeProcess node) {
        node.await(
                "reached the head",
                () ->
                        node.site()
                                .json("/api/v1/status")
                                .at("/asOf/hash")
                                .asText()
                                .equals(block("latest").get("hash").asText()));
    }

    /** What it shows, oldest first. */
    public static List<String> ledger(NodeProcess node) {
        return node.site().all("/api/v1/ledger?limit=500&order=asc", "entries").stream()
                .map(e -> e.get("txHash").asText() + " " + e.get("amount").asText())
                .toList();
    }

    /** The plain transfers, straight from the blocks. */
    public List<String> gifts() {
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
        return result(anvil.call("eth_getBlockByNumber", "\"%s\",true".formatted(number)));
    }

    private static JsonNode result(String answer) {
        try {
            return JSON.readTree(answer).get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        anvil.close();
    }
}
