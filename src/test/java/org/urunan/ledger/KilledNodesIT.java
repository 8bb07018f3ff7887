package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.support.NodeProcess;
import org.urunan.support.OneCampaign;
import org.urunan.support.PostgreSql;

/** Real nodes, really killed, beside a real chain that is really replaced. */
class KilledNodesIT {

    private static final int KILLS = 5;

    @TempDir Path folder;
    private final Random random = new Random(1);
    private OneCampaign campaign;

    @BeforeEach
    void startTheChain() throws IOException {
        campaign = new OneCampaign();
    }

    @AfterEach
    void stopTheChain() {
        campaign.close();
    }

    @Test
    void killedAgainAndAgainANodeLosesNothingAndDoublesNothing() throws Exception {
        for (var kill = 0; kill < KILLS; kill++) {
            var node = NodeProcess.start(folder, campaign.environment(folder));
            for (var i = 0; i < 6; i++) {
                campaign.give();
                if (random.nextInt(3) == 0) {
                    campaign.anvil.reorg(1 + random.nextInt(3));
                }
                Thread.sleep(random.nextInt(150));
            }
            node.kill();
        }
        campaign.give();
        try (var node = NodeProcess.start(folder, campaign.environment(folder))) {
            campaign.awaitHead(node);
            assertThat(OneCampaign.ledger(node)).isEqualTo(campaign.gifts());
            assertThat(campaign.gifts()).hasSizeGreaterThan(KILLS);
        }
    }

    @Test
    void ofTwoNodesOnOnePostgreSqlTheOtherWritesOnWithinFiveSeconds() throws Exception {
        var environment = campaign.environment(folder);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PostgreSql.newDatabase());
        var writer = NodeProcess.start(folder.resolve("one"), environment);
        try (var other = NodeProcess.start(folder.resolve("two"), environment)) {
            campaign.give();
            campaign.awaitHead(writer);
            campaign.awaitHead(other);
            assertThat(OneCampaign.ledger(other)).isEqualTo(OneCampaign.ledger(writer)).hasSize(1);

            writer.kill();
            var start = System.nanoTime();
            campaign.give();
            campaign.awaitHead(other);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(OneCampaign.ledger(other)).isEqualTo(campaign.gifts()).hasSize(2);
        } finally {
            writer.kill();
        }
    }
}
