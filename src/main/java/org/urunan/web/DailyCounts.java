package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerView;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.web.DailyChart.Day;

/**
 * How many donations each day had. A day whose blocks are all final is counted once and kept, so
 * what is counted again is today's alone, however long the ledger is.
 */
@ApplicationScoped
class DailyCounts {

    private static final int DAYS = 30;
    private static final int MOST_KEPT = 50_000;

    private record Key(
            @Nullable CampaignId campaign, @Nullable Address beneficiary, LocalDate day) {}

    private final ConcurrentHashMap<Key, Long> kept = new ConcurrentHashMap<>();

    /**
     * The days up to the newest entry's; nothing for filters that would have to be counted anew.
     */
    DailyChart chart(LedgerView view, LedgerFilter filter) {
        var isKept =
                filter.donor() == null
                        && filter.token() == null
                        && filter.way() == null
                        && filter.from() == null
                        && filter.to() == null
                        && filter.fromBlock() == null
                        && filter.toBlock() == null;
        List<LedgerEntry> newest =
                isKept ? view.page(LedgerQuery.newest(1).of(filter)).entries() : List.of();
        if (newest.isEmpty()) {
            return new DailyChart(List.of());
        }
        var end = LocalDate.ofInstant(newest.getFirst().time(), ZoneOffset.UTC);
        var finalDay = finalDay(view);
        return new DailyChart(
                IntStream.rangeClosed(1 - DAYS, 0)
                        .mapToObj(end::plusDays)
                        .map(day -> new Day(day, count(view, filter, day, finalDay)))
                        .toList());
    }

    private long count(LedgerView view, LedgerFilter filter, LocalDate day, LocalDate finalDay) {
        var key = new Key(filter.campaign(), filter.beneficiary(), day);
        var known = kept.get(key);
        if (known != null) {
            return known;
        }
        var count = view.count(LedgerQuery.newest(1).of(filter.on(day)));
        if (day.isBefore(finalDay) && kept.size() < MOST_KEPT) {
            kept.put(key, count);
        }
        return count;
    }

    /** The day of the newest final entry: all days before it are final. */
    private static LocalDate finalDay(LedgerView view) {
        var block = view.status().finalised().number();
        var query = LedgerQuery.newest(1).of(LedgerFilter.NONE.upTo(Math.max(0, block)));
        return view.page(query).entries().stream()
                .map(entry -> LocalDate.ofInstant(entry.time(), ZoneOffset.UTC))
                .findFirst()
                .orElse(LocalDate.MIN);
    }
}
