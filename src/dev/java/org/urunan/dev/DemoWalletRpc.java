package org.urunan.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.urunan.chain.ChainConfig;

/**
 * The demo wallet's way to the development chain: pages may talk to their own node only. It passes
 * on what a wallet needs, and nothing that changes the chain's rules.
 */
@IfBuildProfile("dev")
@Path("/dev/rpc")
public class DemoWalletRpc {

    private static final Set<String> METHODS =
            Set.of(
                    "eth_accounts",
                    "eth_blockNumber",
                    "eth_call",
                    "eth_chainId",
                    "eth_estimateGas",
                    "eth_gasPrice",
                    "eth_getBalance",
                    "eth_getBlockByNumber",
                    "eth_getCode",
                    "eth_getLogs",
                    "eth_getTransactionByHash",
                    "eth_getTransactionCount",
                    "eth_getTransactionReceipt",
                    "eth_sendTransaction",
                    "eth_signTypedData_v4");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    DemoWalletRpc(ChainConfig chain) {
        this.endpoint = chain.rpcUrls().getFirst();
    }

    /** One JSON-RPC request; batches are refused. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String pass(String body) throws IOException, InterruptedException {
        var request = JSON.readTree(body);
        var method = request.path("method").asText();
        if (!METHODS.contains(method)) {
            return refusal(request.path("id"), method);
        }
        var passed =
                HttpRequest.newBuilder(endpoint)
                        .timeout(PATIENCE)
                        .header("Content-Type", MediaType.APPLICATION_JSON)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                        .build();
        return http.send(passed, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String refusal(JsonNode id, String method) {
        var answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.putObject("error")
                .put("code", -32601)
                .put("message", "The demo wallet may not ask the chain for \"" + method + "\".");
        return answer.toString();
    }
}
