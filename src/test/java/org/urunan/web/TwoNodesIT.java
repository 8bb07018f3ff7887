package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.content.Cid;
import org.urunan.support.NodeProcess;
import org.urunan.support.OneCampaign;
import org.urunan.support.PostgreSql;

/** Two real nodes on one PostgreSQL: the second writes nothing, and its visitors miss nothing. */
class TwoNodesIT {

    private static final int GIFTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] TEXT =
            """
            {"version":1,"language":"en","title":"A well","summary":"Water","story":"We dig.",\
            "category":"community","place":"","pictures":[],"links":[]}"""
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private OneCampaign campaign;

    @BeforeEach
    void startTheChain() throws IOException {
        campaign = new OneCampaign(Cid.of(TEXT).hash());
    }

    @AfterEach
    void stopTheChain() {
        campaign.close();
    }

    @Test
    void visitorsOfTheNodeThatDoesNotWriteHearOfGiftsAndOfTextsThatArrive() throws Exception {
        var environment = campaign.environment(folder);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PostgreSql.newDatabase());
        try (var writer = NodeProcess.start(folder.resolve("writer"), environment);
                var other = NodeProcess.start(folder.resolve("other"), environment);
                var http = HttpClient.newHttpClient()) {
            awaitAnnounced(writer);
            awaitAnnounced(other);
            var events = listen(http, other);
            hear(events, "campaigns");

            var waits = new long[GIFTS];
            for (var gift = 0; gift < GIFTS; gift++) {
                events.clear();
                var start = System.nanoTime();
                var hash = campaign.give();
                hear(events, "ledger");
                waits[gift] = (System.nanoTime() - start) / 1_000_000;
                assertThat(other.get("/tx/" + hash)).contains("It is in the ledger");
            }
            java.util.Arrays.sort(waits);
            System.out.printf(
                    "From the sending of a gift to the event at the node that does not write: median %d ms, longest %d ms of %d%n",
                    waits[GIFTS / 2], waits[GIFTS - 1], GIFTS);

            assertThat(other.get(page())).contains("The text is not here yet");
            events.clear();
            upload(http, writer);
            hear(events, "campaigns");
            assertThat(other.get(page())).contains("A well");
            http.shutdownNow();
        }
    }

    private static String page() {
        return "/campaigns/" + OneCampaign.BENEFICIARY + "/1?lang=en";
    }

    /** The names of the events of a node's stream, as they come. */
    private static BlockingQueue<String> listen(HttpClient http, NodeProcess node) {
        var events = new LinkedBlockingQueue<String>();
        var request = HttpRequest.newBuilder(node.url().resolve("/api/v1/stream")).build();
        Thread.startVirtualThread(
                () -> {
                    try {
                        http.send(request, BodyHandlers.ofLines())
                                .body()
                                .filter(line -> line.startsWith("event:"))
                                .forEach(line -> events.add(line.substring(6).strip()));
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        // The test is over, or what it waits for does not come, which it tells.
                        events.add("the stream ended: " + e);
                    }
                });
        return events;
    }

    private static void hear(BlockingQueue<String> events, String kind)
            throws InterruptedException {
        for (var heard = ""; !heard.equals(kind); ) {
            heard = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(heard).as("an event \"%s\" within %s", kind, PATIENCE).isNotNull();
        }
    }

    private static void upload(HttpClient http, NodeProcess node) throws Exception {
        var request =
                HttpRequest.newBuilder(node.url().resolve("/api/v1/content"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(TEXT))
                        .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 201);
    }

    private static void awaitAnnounced(NodeProcess node) {
        node.await("shows the campaign", () -> node.site().answers(page()));
    }
}
