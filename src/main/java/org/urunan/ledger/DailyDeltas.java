package org.urunan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Transaction;
import org.urunan.money.Position;

/**
 * How many donations a range of blocks adds to days, or takes from them, gathered per scope and
 * written at once.
 */
final class DailyDeltas {

    private static final long SECONDS_A_DAY = 86_400;

    private record Key(int scope, int day) {}

    private final Map<Long, Long> times;
    private final Map<Key, Long> deltas = new HashMap<>();

    /**
     * @param times of the blocks that the entries are in, by number, in seconds since 1970
     */
    DailyDeltas(Map<Long, Long> times) {
        this.times = times;
    }

    /** One entry more: {@code sign} 1, or less: −1. */
    void add(int sign, @Nullable Integer campaign, int beneficiary, long position) {
        var day = day(Position.blockNumber(position));
        if (campaign != null) {
            add(sign, campaign, day);
        }
        add(sign, -beneficiary, day);
        add(sign, Scope.EVERYTHING, day);
    }

    private void add(long sign, int scope, int day) {
        deltas.merge(new Key(scope, day), sign, Long::sum);
    }

    /** A block may claim any time. */
    private int day(long block) {
        var time = Objects.requireNonNull(times.get(block), () -> "No time of block " + block);
        return Math.clamp(Math.floorDiv(time, SECONDS_A_DAY), 0, Integer.MAX_VALUE);
    }

    void write(Transaction transaction) {
        if (deltas.isEmpty()) {
            return;
        }
        var scopes = new ArrayList<Integer>();
        var days = new ArrayList<Integer>();
        var donations = new ArrayList<Long>();
        deltas.forEach(
                (key, delta) -> {
                    scopes.add(key.scope());
                    days.add(key.day());
                    donations.add(delta);
                });
        transaction.change(
                """
                merge into daily t
                using (select * from unnest(cast(? as integer array), cast(? as integer array),
                    cast(? as bigint array))) as d(scope, day_number, donations)
                on t.scope = d.scope and t.day_number = d.day_number
                when matched then update set donations = t.donations + d.donations
                when not matched then insert (scope, day_number, donations)
                    values (d.scope, d.day_number, d.donations)
                """,
                scopes,
                days,
                donations);
        removeEmpty(transaction);
        deltas.clear();
    }

    /** One by one: told of many scopes at once, H2 goes through all days of each. */
    private void removeEmpty(Transaction transaction) {
        var less = new ArrayList<@Nullable Object[]>();
        deltas.forEach(
                (key, delta) -> {
                    if (delta < 0) {
                        less.add(new Object[] {key.scope(), key.day()});
                    }
                });
        transaction.changeAll(
                "delete from daily where scope = ? and day_number = ? and donations = 0", less);
    }
}
