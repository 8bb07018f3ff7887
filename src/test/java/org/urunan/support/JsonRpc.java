package org.urunan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a chain itself, past everything of ours. */
record JsonRpc(URI url) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * @param parameters as JSON, without the brackets
     * @return the whole answer as JSON
     */
    String call(String method, String parameters) {
        var answer = post(method, parameters);
        if (answer.contains("\"error\"")) {
            throw new AssertionError(method + " failed: " + answer);
        }
        return answer;
    }

    private String post(String method, String parameters) {
        var body =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
                        .formatted(method, parameters);
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
