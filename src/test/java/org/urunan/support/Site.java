package org.urunan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a visitor or another program reads from a running node. */
public record Site(URI url) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public HttpResponse<String> ask(String path) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(url.resolve(path))
                            .timeout(Duration.ofSeconds(30))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + path, e);
        }
    }

    /** The body of a page or answer that must be there (200). */
    public String get(String path) {
        var answer = ask(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s%s answered %d: %s"
                            .formatted(url, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    public JsonNode json(String path) {
        try {
            return JSON.readTree(get(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that a list of the API has, page after page. */
    public List<JsonNode> all(String path, String member) {
        var items = new ArrayList<JsonNode>();
        var joint = path.contains("?") ? "&" : "?";
        var page = json(path);
        page.get(member).forEach(items::add);
        while (page.hasNonNull("next")) {
            page = json(path + joint + "after=" + page.get("next").asText());
            page.get(member).forEach(items::add);
        }
        return items;
    }

    public boolean answers(String path) {
        try {
            return ask(path).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
