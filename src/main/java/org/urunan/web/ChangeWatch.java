package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerStatus;
import org.urunan.ledger.LedgerView;
import org.urunan.ledger.Total;
import org.urunan.money.Hash;

/**
 * Finds out which kinds of things are new. Entries and statements are only ever added behind the
 * newest, and taken away together with it: so the newest of each, named with its block, tells of
 * every change, and the cost stays the same however long the ledger is. Totals also change when
 * more of them becomes final.
 */
@ApplicationScoped
class ChangeWatch {

    private record Place(Hash block, Hash txHash, @Nullable Integer logIndex) {}

    private record Newest(
            @Nullable LedgerStatus status,
            @Nullable Place entry,
            List<Total> totals,
            @Nullable Place statement,
            long arrivals) {}

    private final LedgerReads reads;
    private final Event<Changes> changes;
    private Newest before = new Newest(null, null, List.of(), null, 0);

    ChangeWatch(LedgerReads reads, Event<Changes> changes) {
        this.reads = reads;
        this.changes = changes;
    }

    synchronized void look(@Observes Heads.News news) {
        var now = reads.read(view -> newest(view, news));
        var kinds = new ArrayList<String>();
        if (!Objects.equals(now.status(), before.status())) {
            kinds.add("block");
        }
        if (!Objects.equals(now.entry(), before.entry()) || !now.totals().equals(before.totals())) {
            kinds.add("ledger");
        }
        if (!Objects.equals(now.statement(), before.statement())
                || now.arrivals() != before.arrivals()) {
            kinds.add("campaigns");
        }
        before = now;
        changes.fire(new Changes(news.status().asOf(), kinds));
    }

    private static Newest newest(LedgerView view, Heads.News news) {
        return new Newest(
                news.status(),
                view.page(LedgerQuery.newest(1)).entries().stream()
                        .findFirst()
                        .map(ChangeWatch::placeOf)
                        .orElse(null),
                view.totalsOfEverything(),
                view.statements()
                        .newest()
                        .map(said -> new Place(said.blockHash(), said.txHash(), said.logIndex()))
                        .orElse(null),
                news.arrivals());
    }

    private static Place placeOf(LedgerEntry entry) {
        return new Place(entry.blockHash(), entry.txHash(), entry.logIndex());
    }
}
