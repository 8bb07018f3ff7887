package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.urunan.content.Cid;
import org.urunan.content.Refusals;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerView;

/** Puts ledger entries together with the titles that this node may show. */
@ApplicationScoped
class EntryRows {

    private final Refusals refusals;

    EntryRows(Refusals refusals) {
        this.refusals = refusals;
    }

    List<EntryRow> of(LedgerView view, LedgerQuery query) {
        return of(view, view.page(query).entries());
    }

    List<EntryRow> of(LedgerView view, List<LedgerEntry> entries) {
        var campaigns =
                entries.stream()
                        .map(LedgerEntry::campaign)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var titles =
                view.campaigns().titlesOf(campaigns, hash -> refusals.of(new Cid(hash)).isEmpty());
        return entries.stream()
                .map(entry -> new EntryRow(entry, titles.get(entry.campaign())))
                .toList();
    }
}
