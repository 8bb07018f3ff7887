package org.urunan.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.urunan.money.Hash;

/** Hands content to a node as a campaigner's browser does: {@code POST /api/v1/content}. */
final class NodeUploads implements AutoCloseable {

    /** The node's answer: the content's name, and its hash as the contract takes it. */
    record Uploaded(String cid, Hash digest) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI content;

    NodeUploads(String nodeUrl) {
        content = URI.create(nodeUrl + "/api/v1/content");
    }

    Uploaded picture(byte[] jpeg) throws IOException, InterruptedException {
        return upload("image/jpeg", jpeg);
    }

    Uploaded manifest(Map<String, Object> manifest) throws IOException, InterruptedException {
        return upload("application/json", JSON.writeValueAsBytes(manifest));
    }

    private Uploaded upload(String type, byte[] bytes) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(content)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "The node refused an upload of %s with status %d: %s"
                            .formatted(type, answer.statusCode(), answer.body()));
        }
        var uploaded = JSON.readTree(answer.body());
        return new Uploaded(
                uploaded.get("cid").asText(), Hash.parse(uploaded.get("digest").asText()));
    }

    @Override
    public void close() {
        http.close();
    }
}
