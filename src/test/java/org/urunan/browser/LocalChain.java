package org.urunan.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urunan.support.Anvil;

/** A real anvil with Donations and two tokens on it. A block is final two blocks later. */
final class LocalChain implements AutoCloseable {

    static final int ID = 31337;
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path CONTRACTS = Path.of("contracts");

    /** What an endpoint answered with an error, as a wallet hands it on. */
    static final class Refused extends RuntimeException {
        private final transient JsonNode error;

        Refused(JsonNode error) {
            super(error.toString());
            this.error = error;
        }

        JsonNode error() {
            return error;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Anvil anvil;
    private final List<String> accounts = new ArrayList<>();
    private int taken;

    private LocalChain(Anvil anvil) {
        this.anvil = anvil;
    }

    static LocalChain start() {
        var chain = new LocalChain(Anvil.start("--accounts", "120"));
        chain.ask("eth_accounts").forEach(account -> chain.accounts.add(account.asText()));
        return chain;
    }

    URI url() {
        return anvil.url();
    }

    /** An account with coins that no other test uses. */
    String newAccount() {
        return accounts.get(taken++);
    }

    JsonNode ask(String method, Object... parameters) {
        return pass(method, JSON.valueToTree(parameters));
    }

    /** As it came, for example from a wallet: the parameters are one JSON array. */
    JsonNode pass(String method, JsonNode parameters) {
        try {
            var call = Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters);
            var request =
                    HttpRequest.newBuilder(url())
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            JSON.writeValueAsBytes(call)))
                            .build();
            var answer =
                    JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (answer.has("error")) {
                throw new Refused(answer.get("error"));
            }
            return answer.path("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The hash of the transaction. */
    String send(String from, String to, BigInteger value, String data) {
        var transaction = new LinkedHashMap<String, String>();
        transaction.put("from", from);
        transaction.put("to", to);
        transaction.put("value", "0x" + value.toString(16));
        transaction.put("data", data);
        return ask("eth_sendTransaction", transaction).asText();
    }

    /** As a wallet speeds up or cancels what is not mined yet: same nonce, higher fee. */
    void replace(String from, String to, String data) {
        var transaction = new LinkedHashMap<String, String>();
        transaction.put("from", from);
        transaction.put("to", to);
        transaction.put("data", data);
        transaction.put("nonce", ask("eth_getTransactionCount", from, "latest").asText());
        transaction.put("maxFeePerGas", "0x2540be4000");
        transaction.put("maxPriorityFeePerGas", "0x12a05f2000");
        ask("eth_sendTransaction", transaction);
    }

    String call(String to, String data) {
        return ask("eth_call", Map.of("to", to, "data", data), "latest").asText();
    }

    void mine(int blocks) {
        ask("anvil_mine", "0x" + Integer.toHexString(blocks));
    }

    /** From now on nothing is mined until {@link #mine} or {@link #resume}. */
    void pause() {
        ask("evm_setAutomine", false);
    }

    void resume() {
        ask("evm_setAutomine", true);
        mine(1);
    }

    /** Makes an account one that delegates to code (EIP-7702), which still sends by itself. */
    void delegate(String account) {
        ask("anvil_setCode", account, "0xef0100" + "00000000000000000000000000000000000000ff");
    }

    /** Where a contract of the build was created. */
    String create(String contract) throws IOException {
        var artifact =
                JSON.readTree(
                        Files.readString(
                                CONTRACTS.resolve("out/%1$s.sol/%1$s.json".formatted(contract))));
        var code = artifact.at("/bytecode/object").asText();
        var hash =
                ask("eth_sendTransaction", Map.of("from", accounts.getLast(), "data", code))
                        .asText();
        return receipt(hash).get("contractAddress").asText();
    }

    /** Puts Donations where it is on every chain. */
    String createDonations() throws IOException {
        var deployment = JSON.readTree(Files.readString(CONTRACTS.resolve("out/deployment.json")));
        var data =
                deployment.get("salt").asText()
                        + deployment.get("creationCode").asText().substring(2);
        send(accounts.getLast(), deployment.get("deployer").asText(), BigInteger.ZERO, data);
        return deployment.get("address").asText();
    }

    /** Of a transaction that is mined at once; anvil answers before it has done so. */
    private JsonNode receipt(String hash) {
        for (var tries = 0; tries < 200; tries++) {
            var receipt = ask("eth_getTransactionReceipt", hash);
            if (receipt.isObject()) {
                return receipt;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("anvil does not mine " + hash);
    }

    @Override
    public void close() {
        anvil.close();
    }
}
