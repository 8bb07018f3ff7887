package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.support.NodeProcess;
import org.urunan.support.OneCampaign;
import org.urunan.support.PostgreSql;

/** {@code java -jar urunan.jar audit FIRST LAST}, as an auditor types it. */
class AuditCommandIT {

    @TempDir Path folder;
    private final String database = PostgreSql.newDatabase();
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
    void besideARunningNodeItSaysWhetherWhatIsStoredIsWhatTheChainHas() throws Exception {
        campaign.give();
        campaign.donate();
        campaign.donate();
        var environment = campaign.environment(folder);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database);
        try (var node = NodeProcess.start(folder, environment)) {
            campaign.awaitHead(node);
            ends(node.run("audit", "0", "9"), 0, "Blocks 0 … 9 audited: all are right");
            ends(node.run("audit", "9"), 2, "Usage: java -jar urunan.jar audit");
            var gift = campaign.give();
            campaign.awaitHead(node);
            ends(node.run("audit", "0", "10"), 0, "Blocks 0 … 10 audited: all are right");
            falsify("update block set received = received + 1 where number = 9");
            ends(node.run("audit", "0", "9"), 1, "Block 9 was read with other logs than are in");
            falsify("update entry set amount = amount + 1 where position / 67108864 = 10");
            var sentence = "Block 10 was read with what is not the native transfer in transaction ";
            ends(node.run("audit", "10", "10"), 1, sentence + gift);
        }
    }

    private static void ends(NodeProcess.Outcome outcome, int exitCode, String sentence) {
        assertThat(outcome.output()).contains(sentence);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    private void falsify(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
