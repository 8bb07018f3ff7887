package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.CampaignQuery;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerReads;

/** Finds out what a new head changed, by the newest few of everything: its cost stays the same. */
@ApplicationScoped
class ChangeWatch {

    private static final int NEWEST = 50;

    private record Newest(List<String> entries, List<Campaign> campaigns) {}

    private final LedgerReads reads;
    private final Event<Changes> changes;
    private Newest before = new Newest(List.of(), List.of());

    ChangeWatch(LedgerReads reads, Event<Changes> changes) {
        this.reads = reads;
        this.changes = changes;
    }

    synchronized void look(@Observes Heads.HeadMoved moved) {
        var now =
                reads.read(
                        view ->
                                new Newest(
                                        view.page(LedgerQuery.newest(NEWEST)).entries().stream()
                                                .map(ChangeWatch::nameOf)
                                                .toList(),
                                        view.campaigns()
                                                .page(
                                                        new CampaignQuery(
                                                                null, null, null, null, null,
                                                                NEWEST))
                                                .campaigns()));
        var kinds = new ArrayList<>(List.of("block"));
        if (!now.entries().equals(before.entries())) {
            kinds.add("ledger");
        }
        if (!now.campaigns().equals(before.campaigns())) {
            kinds.add("campaigns");
        }
        before = now;
        changes.fire(new Changes(moved.status().asOf(), kinds));
    }

    private static String nameOf(LedgerEntry entry) {
        return entry.blockHash() + " " + entry.txHash() + " " + entry.logIndex();
    }
}
