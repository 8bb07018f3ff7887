package org.urunan.peer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.urunan.content.Cid;
import org.urunan.content.WantList.Wanted;

/**
 * Asks one peer for one content by the IPFS Trustless Gateway specification. No redirects, no
 * compression, no cookies, a limit of bytes while they arrive and one of time for all of it:
 * whatever a peer sends, it costs no more than that.
 */
final class PeerClient implements AutoCloseable {

    private static final String RAW = "application/vnd.ipld.raw";
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final Duration deadline;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(LONGEST_CONNECT)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    PeerClient(Duration deadline) {
        this.deadline = deadline;
    }

    Fetched fetch(PeerUrl peer, Wanted wanted) throws InterruptedException {
        var unreachable = Reach.problem(peer.host());
        if (!unreachable.isEmpty()) {
            return new Fetched.Failed(unreachable);
        }
        var answer = http.sendAsync(request(peer, wanted), LimitedBody.ofAtMost(wanted.maxSize()));
        try {
            return judge(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS), wanted.cid());
        } catch (TimeoutException e) {
            return new Fetched.Failed(
                    "it did not send the content within %d s".formatted(deadline.toSeconds()));
        } catch (ExecutionException e) {
            return e.getCause() instanceof LimitedBody.TooLarge large
                    ? new Fetched.Lied(String.valueOf(large.getMessage()))
                    : new Fetched.Failed("it cannot be reached: " + shown(e.getCause()));
        } finally {
            // Ends the exchange and its connection if anything is still under way.
            answer.cancel(true);
        }
    }

    /** A failure's text may quote what the peer sent: short, and on one line. */
    private static String shown(@Nullable Throwable failure) {
        var text = String.valueOf(failure).replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private HttpRequest request(PeerUrl peer, Wanted wanted) {
        return HttpRequest.newBuilder(URI.create(peer + "/ipfs/" + wanted.cid() + "?format=raw"))
                .header("Accept", RAW)
                .header("Accept-Encoding", "identity")
                .timeout(deadline)
                .build();
    }

    private static Fetched judge(HttpResponse<byte[]> answer, Cid cid) {
        return switch (answer.statusCode()) {
            case 200 -> {
                var encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
                if (!encoding.equalsIgnoreCase("identity")) {
                    yield new Fetched.Lied("it sent the content encoded, which was not asked for");
                }
                yield Cid.of(answer.body()).equals(cid)
                        ? new Fetched.Delivered(answer.body())
                        : new Fetched.Lied("it sent other bytes than " + cid);
            }
            case 404, 410, 412, 451 -> new Fetched.Absent();
            default -> new Fetched.Failed("it answered with status " + answer.statusCode());
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
