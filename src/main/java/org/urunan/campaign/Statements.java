package org.urunan.campaign;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/** The statements that the ledger wrote, read in one snapshot. */
public final class Statements {

    private static final String SELECT =
            """
            select c.campaign_id, s.kind, s.content_hash, s.moved_to, s.position, b.hash, b.time,
                s.tx_hash
            from statement s
            join campaign c on c.id = s.campaign
            join block b on b.number = s.position / 67108864
            """;

    private final Snapshot snapshot;

    public Statements(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Every statement of a campaign, oldest first. */
    public List<Statement> of(CampaignId id) {
        return snapshot.list(
                SELECT + "where c.campaign_id = ? order by s.position", Statements::statement, id);
    }

    /** The newest statement of all; its block's hash tells a reorg from silence. */
    public Optional<Statement> newest() {
        return snapshot.first(
                SELECT + "where s.position = (select max(position) from statement)",
                Statements::statement);
    }

    /** What a transaction said, in its order. */
    public List<Statement> in(Hash txHash) {
        return snapshot.list(
                SELECT + "where s.tx_hash = ? order by s.position", Statements::statement, txHash);
    }

    private static Statement statement(Row row) throws SQLException {
        var position = row.number(5);
        return new Statement(
                row.campaignId(1),
                Statement.Kind.of(row.integer(2)),
                row.hashOrNull(3),
                row.campaignIdOrNull(4),
                Position.blockNumber(position),
                row.hash(6),
                Instant.ofEpochSecond(row.number(7)),
                row.hash(8),
                Position.index(position));
    }
}
