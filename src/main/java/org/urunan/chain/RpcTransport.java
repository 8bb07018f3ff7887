package org.urunan.chain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** JSON-RPC over HTTP to one endpoint: keeps connections, ends in time, reads no endless answer. */
final class RpcTransport {

    private static final long MOST_BYTES = 32L << 20;

    private final HttpClient client;
    private final URI url;
    private final String name;
    private final Duration timeout;

    RpcTransport(HttpClient client, URI url, Duration timeout) {
        this.client = client;
        this.url = url;
        this.timeout = timeout;
        this.name =
                url.getScheme()
                        + "://"
                        + url.getHost()
                        + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    String name() {
        return name;
    }

    byte[] post(String body) {
        var request =
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .header("Accept-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var response = send(request);
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        return decoded(response);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ChainFailure.Unavailable(
                    "%s did not answer within %s".formatted(name, timeout), e);
        } catch (ExecutionException | CompletionException e) {
            throw broken(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ChainFailure.Unavailable("Interrupted while asking " + name, e);
        }
    }

    private ChainFailure broken(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return message.contains("body exceeds capacity") || message.contains("limit")
                ? new ChainFailure.RangeTooWide(
                        "%s answered more than %d bytes".formatted(name, MOST_BYTES), 0)
                : new ChainFailure.Unavailable(
                        "%s gave no answer: %s".formatted(name, cause), cause);
    }

    private ChainFailure refused(HttpResponse<byte[]> response) {
        var status = response.statusCode();
        var sentence = "%s answered with HTTP status %d".formatted(name, status);
        return switch (status) {
            case 429 -> new ChainFailure.RateLimited(sentence, retryAfter(response));
            case 413 -> new ChainFailure.RangeTooWide(sentence, 0);
            case 400 -> understood(response, sentence);
            default -> new ChainFailure.Unavailable(sentence, null);
        };
    }

    /** Some endpoints send the JSON-RPC error with status 400. */
    private ChainFailure understood(HttpResponse<byte[]> response, String sentence) {
        var text = new String(decoded(response), StandardCharsets.UTF_8);
        return text.isBlank()
                ? new ChainFailure.Unavailable(sentence, null)
                : Refusals.understand(name, 400, text, false);
    }

    /** In seconds; a date is not worth parsing. */
    private static Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }

    private byte[] decoded(HttpResponse<byte[]> response) {
        var isGzip =
                response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent();
        if (!isGzip) {
            return response.body();
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            var bytes = unzipped.readNBytes((int) MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ChainFailure.RangeTooWide(
                        "%s answered more than %d bytes".formatted(name, MOST_BYTES), 0);
            }
            return bytes;
        } catch (IOException e) {
            throw new ChainFailure.WrongAnswer(name + " gave a broken gzip answer", e);
        }
    }
}
