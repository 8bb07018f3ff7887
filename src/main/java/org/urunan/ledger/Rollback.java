package org.urunan.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.chain.BlockRef;
import org.urunan.database.Row;
import org.urunan.database.Transaction;
import org.urunan.money.CampaignId;
import org.urunan.money.Position;

/** Takes away everything above a block, exactly as if it had never been applied. */
final class Rollback {

    /** Entries in memory at once: after an audit's finding a whole history may be taken away. */
    private static final int ENTRIES_A_PIECE = 10_000;

    private final Transaction transaction;
    private final long last;
    private final int piece;
    private final Set<Integer> campaigns = new HashSet<>();
    private final Set<CampaignId> touched = new HashSet<>();

    /**
     * @param ancestor the last block that stays
     */
    Rollback(Transaction transaction, BlockRef ancestor) {
        this(transaction, ancestor, ENTRIES_A_PIECE);
    }

    Rollback(Transaction transaction, BlockRef ancestor, int piece) {
        this.transaction = transaction;
        this.piece = piece;
        this.last = Position.endOf(ancestor.number());
    }

    /** The campaigns whose entries or statements were taken away. */
    Set<CampaignId> touched() {
        return touched;
    }

    /**
     * @return how many entries were taken away
     */
    int removeEntries() {
        var totals = new TotalDeltas();
        var days = new DailyDeltas(times());
        var removed = 0;
        for (var taken = piece; taken == piece; removed += taken) {
            taken = removePiece(totals, days);
        }
        totals.write(transaction);
        days.write(transaction);
        touch(campaigns);
        transaction.change("delete from outgoing where position > ?", last);
        transaction.change("delete from rejected where position > ?", last);
        transaction.change("delete from block where number > ?", Position.blockNumber(last));
        return removed;
    }

    /**
     * @return whether there were any
     */
    boolean removeStatements() {
        var said =
                transaction.list(
                        "select distinct campaign from statement where position > ?",
                        row -> row.integer(1),
                        last);
        if (said.isEmpty()) {
            return false;
        }
        touch(said);
        transaction.change("delete from statement where position > ?", last);
        transaction.change("delete from campaign where announced_at > ?", last);
        transaction.change("delete from beneficiary where known_from > ?", last);
        restore(said);
        return true;
    }

    /** A campaign is what its remaining statements say. */
    private void restore(List<Integer> ids) {
        for (var campaign : ids) {
            transaction.change(
                    """
                    update campaign set
                        revised_at = (select max(position) from statement
                            where campaign = ? and kind = 0)
                    where id = ?
                    """,
                    campaign,
                    campaign);
            transaction.change(
                    """
                    update campaign set
                        content_hash = (select content_hash from statement
                            where position = campaign.revised_at),
                        closed_at = (select max(position) from statement
                            where campaign = ? and kind = 1 and position > campaign.revised_at),
                        moved_to = (select moved_to from statement where position =
                            (select max(position) from statement
                                where campaign = ? and kind = 2 and position > campaign.revised_at))
                    where id = ?
                    """,
                    campaign,
                    campaign,
                    campaign);
        }
    }

    private void touch(Collection<Integer> ids) {
        if (!ids.isEmpty()) {
            transaction.each(
                    "select campaign_id from campaign where id = any(cast(? as integer array))",
                    row -> touched.add(row.campaignId(1)),
                    ids);
        }
    }

    /**
     * Takes away the last entries, and the donors of whom nothing is left.
     *
     * @return how many
     */
    private int removePiece(TotalDeltas totals, DailyDeltas days) {
        var donors = new HashSet<Integer>();
        var first = new long[] {Long.MAX_VALUE};
        transaction.each(
                """
                select campaign, beneficiary, token, amount, firsts, self, donor, position
                from entry where position > ? order by position desc limit %d
                """
                        .formatted(piece),
                row -> {
                    take(row, totals, days);
                    first[0] = row.number(8);
                    return donors.add(row.integer(7));
                },
                last);
        if (donors.isEmpty()) {
            return 0;
        }
        var removed = transaction.change("delete from entry where position >= ?", first[0]);
        transaction.change(
                """
                delete from donor where id = any(cast(? as integer array)) and
                    (select e.donor from entry e where e.donor = donor.id limit 1) is null
                """,
                donors);
        return removed;
    }

    private void take(Row row, TotalDeltas totals, DailyDeltas days) throws SQLException {
        var campaign = row.numberOrNull(1);
        var id = campaign == null ? null : (Integer) campaign.intValue();
        if (id != null) {
            campaigns.add(id);
        }
        if (!row.truth(6)) {
            totals.add(
                    -1, id, row.integer(2), (short) row.integer(3), row.amount(4), row.integer(5));
            days.add(-1, id, row.integer(2), row.number(8));
        }
    }

    /** Of the blocks that are taken away: joined to their entries, all blocks might be read. */
    private Map<Long, Long> times() {
        var times = new HashMap<Long, Long>();
        transaction.each(
                "select number, time from block where number > ?",
                row -> times.put(row.number(1), row.number(2)),
                Position.blockNumber(last));
        return times;
    }
}
