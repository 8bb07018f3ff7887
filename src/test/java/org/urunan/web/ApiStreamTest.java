package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class ApiStreamTest extends SampleTest {

    @Inject Event<Changes> changes;

    @TestHTTPResource("/api/v1/stream")
    URI stream;

    @Test
    @Timeout(60)
    void listenerIsToldTheBlockAtOnceAndThenOnlyWhatKindOfThingChanged() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(stream).build();
            try (var answer = client.send(request, BodyHandlers.ofLines()).body()) {
                var lines = answer.iterator();
                assertThat(next(lines, "event:")).isEqualTo("block");
                assertThat(next(lines, "data:")).contains(heads.last().asOf().hash().toString());

                changes.fire(new Changes(heads.last().asOf(), List.of("ledger")));

                assertThat(next(lines, "event:")).isEqualTo("ledger");
                assertThat(next(lines, "data:"))
                        .isEqualTo(
                                "{\"number\":%d,\"hash\":\"%s\"}"
                                        .formatted(
                                                heads.last().asOf().number(),
                                                heads.last().asOf().hash()));
            } finally {
                client.shutdownNow();
            }
        }
    }

    private static String next(Iterator<String> lines, String field) {
        while (true) {
            var line = lines.next();
            if (line.startsWith(field)) {
                return line.substring(field.length()).strip();
            }
        }
    }
}
