package org.urunan.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/** Donations of each of the last days, read in one snapshot: kept figures, nothing is counted. */
final class Days {

    private static final int SHOWN = 30;

    private final Snapshot snapshot;

    Days(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<Day> of(CampaignId campaign) {
        return Scope.of(snapshot, campaign).map(this::read).orElse(List.of());
    }

    List<Day> of(Address beneficiary) {
        return Scope.of(snapshot, beneficiary).map(this::read).orElse(List.of());
    }

    List<Day> ofEverything() {
        return read(Scope.EVERYTHING);
    }

    private List<Day> read(int scope) {
        var donations = new HashMap<Long, Long>();
        snapshot.each(
                """
                select day_number, donations from daily where scope = ?
                order by scope desc, day_number desc limit %d
                """
                        .formatted(SHOWN),
                row -> donations.put(row.number(1), row.number(2)),
                scope);
        return donations.keySet().stream().max(Long::compare).stream()
                .flatMapToLong(last -> LongStream.rangeClosed(last - SHOWN + 1, last))
                .mapToObj(
                        day -> new Day(LocalDate.ofEpochDay(day), donations.getOrDefault(day, 0L)))
                .toList();
    }
}
