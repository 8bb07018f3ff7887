package org.urunan.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A browser wallet (EIP-1193, announced by EIP-6963) whose requests are handled in the test's own
 * process: what it is asked is seen here, and its account acts on the real chain.
 */
final class TestWallet {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** An error as wallets throw it. */
    static final class Answer extends RuntimeException {
        private final transient ObjectNode error;

        private Answer(ObjectNode error) {
            super(error.toString());
            this.error = error;
        }

        static Answer of(int code, String message) {
            return new Answer(
                    LocalChain.JSON.createObjectNode().put("code", code).put("message", message));
        }

        /** As some wallets wrap what another layer said. */
        static Answer nested(int code, String message) {
            var outer = LocalChain.JSON.createObjectNode();
            outer.put("code", -32603).put("message", "Internal JSON-RPC error.");
            outer.putObject("data")
                    .putObject("originalError")
                    .put("code", code)
                    .put("message", message);
            return new Answer(outer);
        }
    }

    private final LocalChain chain;
    private final String name;
    private final String account;
    private final int id = COUNT.incrementAndGet();
    private final List<JsonNode> requests = new ArrayList<>();
    private final Map<String, Function<JsonNode, Object>> next = new HashMap<>();
    private int chainId = LocalChain.ID;

    TestWallet(LocalChain chain, String name, String account) {
        this.chain = chain;
        this.name = name;
        this.account = account;
    }

    String name() {
        return name;
    }

    String account() {
        return account;
    }

    TestWallet on(int otherChainId) {
        chainId = otherChainId;
        return this;
    }

    /** The next request of this method is answered like this, once. */
    TestWallet answering(String method, Function<JsonNode, Object> answer) {
        next.put(method, answer);
        return this;
    }

    TestWallet refusing(String method, Answer answer) {
        return answering(
                method,
                request -> {
                    throw answer;
                });
    }

    /** The first parameter of each request of this method, in order. */
    List<JsonNode> asked(String method) {
        return requests.stream()
                .filter(request -> request.get("method").asText().equals(method))
                .map(request -> request.path("params").path(0))
                .toList();
    }

    void install(BrowserContext context) {
        var binding = "urunanTestWallet" + id;
        context.exposeBinding(binding, (source, args) -> answer((String) args[0]));
        context.addInitScript(
                """
                (() => {
                  const provider = {
                    async request({ method, params }) {
                      const text = await window.%1$s(JSON.stringify({ method, params: params ?? [] }));
                      const { result, error } = JSON.parse(text);
                      if (error) throw Object.assign(new Error(error.message), error);
                      return result;
                    },
                  };
                  const icon = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
                  const info = { uuid: 'test-wallet-%2$d', name: '%3$s', icon, rdns: 'test.wallet%2$d' };
                  const announce = () => window.dispatchEvent(new CustomEvent(
                    'eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }));
                  window.addEventListener('eip6963:requestProvider', announce);
                  announce();
                })();
                """
                        .formatted(binding, id, name));
    }

    private String answer(String text) {
        var answer = LocalChain.JSON.createObjectNode();
        try {
            var request = LocalChain.JSON.readTree(text);
            requests.add(request);
            answer.set("result", LocalChain.JSON.valueToTree(handle(request)));
        } catch (Answer e) {
            answer.set("error", e.error);
        } catch (LocalChain.Refused e) {
            answer.set("error", e.error());
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IllegalStateException(e);
        }
        return answer.toString();
    }

    private Object handle(JsonNode request) {
        var method = request.get("method").asText();
        var planned = next.remove(method);
        if (planned != null) {
            return planned.apply(request);
        }
        return switch (method) {
            case "eth_requestAccounts", "eth_accounts" -> List.of(account);
            case "eth_chainId" -> "0x" + Integer.toHexString(chainId);
            case "wallet_switchEthereumChain" -> {
                chainId = Integer.decode(request.at("/params/0/chainId").asText());
                yield LocalChain.JSON.nullNode();
            }
            default -> chain.pass(method, request.get("params"));
        };
    }
}
