package org.urunan.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Position;
import org.urunan.database.Snapshot;

/**
 * The filters of a {@link LedgerQuery} as a condition on table {@code entry}. Names are looked up
 * first; a name that nobody has matches nothing.
 */
final class EntryFilter {

    private final Snapshot snapshot;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private boolean isEmpty;

    private EntryFilter(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static EntryFilter of(Snapshot snapshot, LedgerQuery query) {
        var filter = new EntryFilter(snapshot);
        filter.named("campaign", "select id from campaign where campaign_id = ?", query.campaign());
        filter.named("donor", "select id from donor where address = ?", query.donor());
        filter.named(
                "beneficiary", "select id from beneficiary where address = ?", query.beneficiary());
        filter.named("token", "select id from token where address = ?", query.token());
        if (query.way() != null) {
            filter.add("way = ?", (short) query.way().code());
        }
        filter.fromBlock(query.fromBlock());
        filter.toBlock(query.toBlock());
        filter.fromTime(query.fromTime());
        filter.toTime(query.toTime());
        return filter;
    }

    /** Whether nothing can match. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** With {@code more} as a further condition on the position. */
    String where(@Nullable String more) {
        var all = new ArrayList<>(conditions);
        if (more != null) {
            all.add(more);
        }
        return all.isEmpty() ? "" : "where " + String.join(" and ", all);
    }

    Object[] parameters(Object... more) {
        var all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    private void named(String column, String lookUp, @Nullable Object name) {
        if (name == null) {
            return;
        }
        snapshot.first(lookUp, row -> row.integer(1), name)
                .ifPresentOrElse(id -> add(column + " = ?", id), () -> isEmpty = true);
    }

    private void fromBlock(@Nullable Long block) {
        if (block != null) {
            add("position >= ?", Position.startOf(clamped(block)));
        }
    }

    private void toBlock(@Nullable Long block) {
        if (block != null) {
            add("position <= ?", Position.endOf(clamped(block)));
        }
    }

    private void fromTime(@Nullable Instant time) {
        if (time != null) {
            var second = time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
            block("select number from block where time >= ? order by time, number limit 1", second)
                    .ifPresentOrElse(this::fromBlock, () -> isEmpty = true);
        }
    }

    private void toTime(@Nullable Instant time) {
        if (time != null) {
            block(
                            "select number from block where time <= ? order by time desc, number desc limit 1",
                            time.getEpochSecond())
                    .ifPresentOrElse(this::toBlock, () -> isEmpty = true);
        }
    }

    private Optional<Long> block(String sql, long time) {
        return snapshot.first(sql, row -> row.number(1), time);
    }

    /** Far beyond every chain, and far from an overflow. */
    private static long clamped(long block) {
        return Math.clamp(block, 0L, 1L << 36);
    }
}
