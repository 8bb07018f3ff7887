package org.urunan.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerView;
import org.urunan.money.CampaignId;

/**
 * A ledger entry with the title of its campaign.
 *
 * @param title null while this node does not have the campaign's text, or without a campaign
 */
public record EntryRow(LedgerEntry entry, @Nullable String title) {

    static List<EntryRow> of(LedgerView view, List<LedgerEntry> entries) {
        var campaigns =
                entries.stream()
                        .map(LedgerEntry::campaign)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<CampaignId, String> titles = view.campaigns().titlesOf(campaigns);
        return entries.stream()
                .map(entry -> new EntryRow(entry, titles.get(entry.campaign())))
                .toList();
    }
}
