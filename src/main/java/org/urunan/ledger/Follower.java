package org.urunan.ledger;

import java.util.Optional;
import java.util.Set;
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
        var added =
                snapshot.first(
                                "select count(*) from entry where position > ?",
                                row -> row.integer(1),
                                Position.endOf(before.asOf().number()))
                        .orElse(0);
        return new LedgerChange(
                now.asOf(),
                campaignsAbove(snapshot, Position.endOf(unchanged.number())),
                added,
                isOnlyAppended ? 0 : 1,
                isFinalityMoved,
                !before.asOf().equals(now.asOf()));
    }

    /** Not in one question: H2 would go through all campaigns. */
    private static Set<CampaignId> campaignsAbove(Snapshot snapshot, long position) {
        var ids =
                snapshot.list(
                        """
                        select campaign from entry where position > ? and campaign is not null
                        union select campaign from statement where position > ?
                        """,
                        row -> row.integer(1),
                        position,
                        position);
        if (ids.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                snapshot.list(
                        "select campaign_id from campaign where id = any(cast(? as integer array))",
                        row -> row.campaignId(1),
                        ids));
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
