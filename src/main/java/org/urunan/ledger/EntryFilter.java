package org.urunan.ledger;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Snapshot;
import org.urunan.money.Position;

/**
 * A {@link LedgerFilter} as a question to table {@code entry} that one index answers in order,
 * however large the table is. Names are looked up first; a name that nobody has matches nothing.
 */
final class EntryFilter {

    private static final long SECONDS_A_DAY = 86_400;

    private final Snapshot snapshot;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** What stands before the position in the index; H2 reads in order only if it is named. */
    private final List<String> indexed = new ArrayList<>();

    /** Conditions of which any one holds, each with its own stretch of the index. */
    private List<String> branches = List.of();

    private boolean isEmpty;

    private EntryFilter(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static EntryFilter of(Snapshot snapshot, LedgerFilter wanted) {
        var filter = new EntryFilter(snapshot);
        filter.named("donor", "select id from donor where address = ?", wanted.donor());
        filter.named(
                "campaign", "select id from campaign where campaign_id = ?", wanted.campaign());
        filter.named(
                "beneficiary",
                "select id from beneficiary where address = ?",
                wanted.beneficiary());
        filter.tokenAndWay(wanted);
        filter.fromBlock(wanted.fromBlock());
        filter.toBlock(wanted.toBlock());
        filter.fromDay(wanted.from());
        filter.toDay(wanted.to());
        return filter;
    }

    /** Whether nothing can match. */
    boolean isEmpty() {
        return isEmpty;
    }

    /**
     * The first entries in this order.
     *
     * @param more a further condition on the position
     * @param limit stands in the text, because a plan made without knowing it reads whole tables
     */
    String select(@Nullable String more, String order, int limit) {
        if (branches.isEmpty()) {
            return select(more, null, order, limit);
        }
        var each = branches.stream().map(branch -> select(more, branch, order, limit)).toList();
        return each.size() == 1
                ? each.getFirst()
                : "select * from ((%s)) u order by position %s limit %d"
                        .formatted(String.join(") union all (", each), order, limit);
    }

    /** Of {@link #select}, with those of its further condition. */
    Object[] parameters(Object... more) {
        var all = new ArrayList<>();
        for (var i = 0; i < Math.max(1, branches.size()); i++) {
            all.addAll(parameters);
            all.addAll(List.of(more));
        }
        return all.toArray();
    }

    private String select(@Nullable String more, @Nullable String branch, String order, int limit) {
        var all = new ArrayList<>(conditions);
        Stream.of(Optional.ofNullable(more), Optional.ofNullable(branch))
                .flatMap(Optional::stream)
                .forEach(all::add);
        var columns =
                Stream.concat(indexed.stream(), Stream.of("position"))
                        .map(column -> column + " " + order)
                        .collect(Collectors.joining(", "));
        return "select * from entry %s order by %s limit %d"
                .formatted(
                        all.isEmpty() ? "" : "where " + String.join(" and ", all), columns, limit);
    }

    private void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    private void named(String column, String lookUp, @Nullable Object name) {
        if (name != null) {
            id(lookUp, name)
                    .ifPresent(
                            id -> {
                                add(column + " = ?", id);
                                if (indexed.isEmpty()) {
                                    indexed.add(column);
                                }
                            });
        }
    }

    private Optional<Integer> id(String lookUp, Object name) {
        var id = snapshot.first(lookUp, row -> row.integer(1), name);
        isEmpty |= id.isEmpty();
        return id;
    }

    /** Within what one address or campaign received or gave, these only sort out. */
    private void tokenAndWay(LedgerFilter wanted) {
        if (wanted.token() == null && wanted.way() == null) {
            return;
        }
        var tokens =
                wanted.token() == null
                        ? snapshot.list("select id from token", row -> row.integer(1))
                        : id("select id from token where address = ?", wanted.token()).stream()
                                .toList();
        var ways = wanted.way() == null ? List.of(Way.values()) : List.of(wanted.way());
        var pairs = new ArrayList<String>();
        for (var token : tokens) {
            ways.forEach(way -> pairs.add("token = %d and way = %d".formatted(token, way.code())));
        }
        if (indexed.isEmpty()) {
            indexed.addAll(List.of("token", "way"));
            branches = pairs;
        } else if (!pairs.isEmpty()) {
            conditions.add(any(pairs));
        }
    }

    private static String any(List<String> conditions) {
        return "(" + String.join(" or ", conditions) + ")";
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

    private void fromDay(@Nullable LocalDate day) {
        if (day != null) {
            block(
                            "select number from block where time >= ? order by time, number limit 1",
                            secondOf(day))
                    .ifPresentOrElse(this::fromBlock, () -> isEmpty = true);
        }
    }

    private void toDay(@Nullable LocalDate day) {
        if (day != null) {
            block(
                            "select number from block where time < ? order by time desc, number desc limit 1",
                            secondOf(day) + SECONDS_A_DAY)
                    .ifPresentOrElse(this::toBlock, () -> isEmpty = true);
        }
    }

    /** The first one of a day. */
    private static long secondOf(LocalDate day) {
        return day.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
    }

    private Optional<Long> block(String sql, long time) {
        return snapshot.first(sql, row -> row.number(1), time);
    }

    /** Far beyond every chain, and far from an overflow. */
    private static long clamped(long block) {
        return Math.clamp(block, 0L, 1L << 36);
    }
}
