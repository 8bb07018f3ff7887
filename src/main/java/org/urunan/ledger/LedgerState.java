package org.urunan.ledger;

import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.database.Snapshot;
import org.urunan.money.Hash;

/**
 * What the writer keeps in memory of what is stored. It is thrown away, and read again, whenever a
 * transaction fails.
 */
final class LedgerState {

    final LedgerOrigin origin;
    final Ids ids;
    final NotFinal notFinal;
    Announcements announcements;
    BlockRef cursor;
    BlockRef finalised;
    BlockRef latest;

    /** At the finalised block. */
    Hash digest;

    /** Null unless this ledger is being filled for the first time. */
    @Nullable FirstBackfill backfill;

    private LedgerState(Snapshot snapshot, LedgerStatus status) {
        this.origin = status.origin();
        this.cursor = status.asOf();
        this.finalised = status.finalised();
        this.latest = status.latest();
        this.ids = Ids.load(snapshot);
        this.announcements = announcements(snapshot);
        this.notFinal = new NotFinal(cursor.number() > finalised.number());
        this.digest = Digests.at(snapshot, origin, finalised.number());
        this.backfill = Ledger.isNothing(cursor) ? new FirstBackfill() : null;
    }

    static LedgerState load(Snapshot snapshot) {
        return new LedgerState(snapshot, Cursor.read(snapshot));
    }

    /** Statements were taken away: what they announced is read again. */
    void forgetStatements(Snapshot snapshot) {
        ids.reload(snapshot);
        announcements = announcements(snapshot);
    }

    private static Announcements announcements(Snapshot snapshot) {
        var announcements = new Announcements();
        snapshot.each(
                """
                select announced_at, campaign_id, closed_at is null and moved_to is null
                from campaign order by announced_at
                """,
                row -> {
                    announcements.announce(row.number(1), row.campaignId(2), row.truth(3));
                    return announcements;
                });
        return announcements;
    }
}
