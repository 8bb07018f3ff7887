package org.urunan.ledger;

import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.database.Database;
import org.urunan.database.Snapshot;
import org.urunan.money.CampaignId;
import org.urunan.money.Position;

/** Sees from the database what another node has written. For one thread. */
final class Follower {

    private final Database database;
    private @Nullable LedgerStatus seen;

    Follower(Database database) {
        this.database = database;
    }

    /** What changed since the last look; empty if nothing did, or this is the first look. */
    Optional<LedgerChange> look() {
        return database.read(
                snapshot -> {
                    var before = seen;
                    var now = Cursor.read(snapshot);
                    seen = now;
                    if (before == null
                            || (before.asOf().equals(now.asOf())
                                    && before.finalised().equals(now.finalised()))) {
                        return Optional.empty();
                    }
                    return Optional.of(change(snapshot, before, now));
                });
    }

    /** After a reorg everything that is not final may have changed. */
    private static LedgerChange change(Snapshot snapshot, LedgerStatus before, LedgerStatus now) {
        var isFinalityMoved = !before.finalised().equals(now.finalised());
        var isOnlyAppended = isThere(snapshot, before.asOf(), now);
        var unchanged = isOnlyAppended && !isFinalityMoved ? before.asOf() : before.finalised();
        var from = Position.endOf(unchanged.number());
        var campaigns = new HashSet<CampaignId>();
        snapshot.each(
                """
                select distinct c.campaign_id from campaign c join (
                    select campaign from entry where position > ?
                    union select campaign from statement where position > ?) t
                on t.campaign = c.id
                """,
                row -> campaigns.add(row.campaignId(1)),
                from,
                from);
        var added =
                snapshot.first(
                                "select count(*) from entry where position > ?",
                                row -> row.integer(1),
                                Position.endOf(before.asOf().number()))
                        .orElse(0);
        return new LedgerChange(
                now.asOf(),
                campaigns,
                added,
                isOnlyAppended ? 0 : 1,
                isFinalityMoved,
                !before.asOf().equals(now.asOf()));
    }

    private static boolean isThere(Snapshot snapshot, BlockRef block, LedgerStatus now) {
        return now.isFinal(block.number())
                || snapshot.first(
                                "select number from block where number = ? and hash = ?",
                                row -> row.number(1),
                                block.number(),
                                block.hash())
                        .isPresent();
    }
}
