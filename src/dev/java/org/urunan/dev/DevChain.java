package org.urunan.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urunan.money.Address;

/** A development chain (anvil), where anyone can send from any account and set the time. */
final class DevChain {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private boolean minesEach;

    DevChain(String url) {
        endpoint = URI.create(url);
    }

    /** Lets every address send without its key. */
    void openEveryAccount() {
        ask("anvil_autoImpersonateAccount", true);
    }

    List<Address> accounts() {
        var accounts = new ArrayList<Address>();
        ask("eth_accounts").forEach(account -> accounts.add(Address.parse(account.asText())));
        return accounts;
    }

    /** The next block's time; later than the last block's. */
    void setNextTime(Instant time) {
        ask("evm_setNextBlockTimestamp", time.getEpochSecond());
    }

    Instant time() {
        var time = ask("eth_getBlockByNumber", "latest", false).get("timestamp").asText();
        return Instant.ofEpochSecond(Long.decode(time));
    }

    /** After a pause the chain's time would go on from its last block. */
    void catchUpWithClock() {
        var now = Instant.now();
        if (time().isBefore(now.minusSeconds(1))) {
            setNextTime(now);
            mine(1);
        }
    }

    /** From now on each transaction gets its own block at once. */
    void mineEachTransaction() {
        ask("evm_setIntervalMining", 0);
        // Not automine: that mines a little later, so that several transactions may share a block.
        ask("evm_setAutomine", false);
        minesEach = true;
    }

    /** From now on, as at the chain's start, a block follows each transaction soon. */
    void mineSoon() {
        ask("evm_setAutomine", true);
        minesEach = false;
    }

    /** From now on there is a block at regular times, with whatever was sent until then. */
    void mineEvery(int seconds) {
        ask("evm_setAutomine", false);
        ask("evm_setIntervalMining", seconds);
        minesEach = false;
    }

    void mine(int blocks) {
        ask("anvil_mine", hex(BigInteger.valueOf(blocks)));
    }

    void setBalance(Address account, BigInteger wei) {
        ask("anvil_setBalance", account.toString(), hex(wei));
    }

    String code(Address account) {
        return ask("eth_getCode", account.toString(), "latest").asText();
    }

    String call(Address to, String data) {
        var call = Map.of("to", to.toString(), "data", data);
        return ask("eth_call", call, "latest").asText();
    }

    /** A transaction that must succeed: its gas is estimated first. Returns when it is mined. */
    void send(Address from, Address to, BigInteger wei, String data) {
        awaitMined(ask("eth_sendTransaction", transaction(from, to, wei, data)).asText());
    }

    void send(Address from, Address to, String data) {
        send(from, to, BigInteger.ZERO, data);
    }

    /** A transaction that is mined even if it fails. */
    void sendAnyway(Address from, Address to, String data) {
        var transaction = transaction(from, to, BigInteger.ZERO, data);
        transaction.put("gas", "0x30d40");
        awaitMined(ask("eth_sendTransaction", transaction).asText());
    }

    private void awaitMined(String transaction) {
        if (minesEach) {
            mine(1);
        }
        for (var i = 0; ask("eth_getTransactionReceipt", transaction).isNull(); i++) {
            if (i > 600) {
                throw new IllegalStateException(
                        "The development chain did not mine %s within a minute."
                                .formatted(transaction));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the development chain", e);
        }
    }

    private static Map<String, String> transaction(
            Address from, Address to, BigInteger wei, String data) {
        var transaction = new LinkedHashMap<String, String>();
        transaction.put("from", from.toString());
        transaction.put("to", to.toString());
        transaction.put("value", hex(wei));
        transaction.put("data", data);
        return transaction;
    }

    private JsonNode ask(String method, Object... parameters) {
        try {
            var call = Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters);
            var request =
                    HttpRequest.newBuilder(endpoint)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            JSON.writeValueAsBytes(call)))
                            .build();
            var answer =
                    JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (answer.has("error")) {
                throw new IllegalStateException(
                        "The development chain refused %s %s: %s"
                                .formatted(
                                        method,
                                        Arrays.toString(parameters),
                                        answer.at("/error/message").asText()));
            }
            return answer.path("result");
        } catch (IOException e) {
            throw new UncheckedIOException("The development chain does not answer " + method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the development chain", e);
        }
    }

    private static String hex(BigInteger number) {
        return "0x" + number.toString(16);
    }
}
