package org.urunan.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.content.Cid;
import org.urunan.money.Hash;
import org.urunan.support.DevProcess;
import org.urunan.support.NodeProcess;
import org.urunan.support.Site;

/**
 * One command, then kill -9, then a production node that is told the chain and the first node
 * alone.
 */
class SecondNodeIT {

    @TempDir Path folder;

    @Test
    void aSecondNodeShowsTheSameAndOutlivesTheFirst() throws Exception {
        List<JsonNode> ledger;
        try (var dev = DevProcess.start(folder.resolve("dev"))) {
            awaitHead(dev);
            ledger = ledger(dev.site());
            assertThat(ledger).hasSizeGreaterThan(300);
            dev.killNode();
            assertThat(dev.leftAnything()).isFalse();
        }
        try (var dev = DevProcess.start(folder.resolve("dev"));
                var second = NodeProcess.start(folder.resolve("second"), toldOf(dev))) {
            awaitHead(dev);
            assertThat(ledger(dev.site())).isEqualTo(ledger);
            second.await("has every text and picture", () -> hasAllContent(second.site()));
            // The whole status: heads, finality, and the digest over everything final.
            second.await("agrees with the first", () -> status(second).equals(status(dev)));
            assertThat(campaigns(second.site())).isEqualTo(campaigns(dev.site())).hasSize(13);
            assertThat(ledger(second.site())).isEqualTo(ledger);

            dev.stop();
            assertThat(dev.leftAnything()).isFalse();
            assertThat(hasAllContent(second.site())).isTrue();
            assertThat(ledger(second.site())).hasSameSizeAs(ledger);
            assertThat(second.site().get("/")).contains("Keep the village gamelan in tune");
        }
    }

    private static Map<String, String> toldOf(DevProcess dev) {
        var status = dev.site().json("/api/v1/status");
        return Map.of(
                "URUNAN_CHAIN_ID", status.get("chainId").asText(),
                "URUNAN_CHAIN_RPC_URLS", dev.rpcUrl(),
                "URUNAN_CHAIN_CONTRACT", status.get("contract").asText(),
                "URUNAN_TOKEN_LIST", dev.tokenList().toString(),
                "URUNAN_PEERS", dev.site().url().toString());
    }

    private static JsonNode status(DevProcess dev) {
        return dev.site().json("/api/v1/status");
    }

    private static JsonNode status(NodeProcess node) {
        return node.site().answers("/api/v1/status")
                ? node.site().json("/api/v1/status")
                : MissingNode.getInstance();
    }

    /** Nothing is mined any more once {@code bin/dev --still} shows its address. */
    private static void awaitHead(DevProcess dev) throws InterruptedException {
        var head = dev.headHash();
        for (var i = 0; i < 600 && !isAt(head, dev.site()); i++) {
            Thread.sleep(100);
        }
        assertThat(isAt(head, dev.site())).as("the node has read block %s", head).isTrue();
        assertThat(dev.headHash()).as("the chain stands still").isEqualTo(head);
    }

    private static boolean isAt(String block, Site site) {
        return site.answers("/api/v1/status")
                && site.json("/api/v1/status").at("/asOf/hash").asText().equals(block);
    }

    private static boolean hasAllContent(Site site) {
        var campaigns = site.all("/api/v1/campaigns", "campaigns");
        return campaigns.size() == 13
                && campaigns.stream().allMatch(c -> c.get("contentAvailable").asBoolean())
                && campaigns.stream().allMatch(campaign -> hasContent(site, campaign));
    }

    private static boolean hasContent(Site site, JsonNode campaign) {
        var manifest = new Cid(Hash.parse(campaign.get("contentHash").asText()));
        return site.answers("/ipfs/%s?format=raw".formatted(manifest))
                && campaign.get("pictures")
                        .valueStream()
                        .allMatch(p -> site.answers("/ipfs/%s?format=raw".formatted(p.asText())));
    }

    private static List<JsonNode> campaigns(Site site) {
        return site.all("/api/v1/campaigns", "campaigns");
    }

    /** Without what grows with every block. */
    private static List<JsonNode> ledger(Site site) {
        var entries = site.all("/api/v1/ledger?limit=500", "entries");
        entries.forEach(entry -> ((ObjectNode) entry).remove(List.of("confirmations", "final")));
        return entries;
    }
}
