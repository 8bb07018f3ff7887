package org.urunan.ledger;

import java.util.List;
import org.urunan.database.Transaction;

/**
 * The indexes of table {@code entry} beside its primary key. They are made here and not by a
 * migration, because a ledger is first filled without them: to keep them row by row costs more than
 * everything else that storing an entry takes ({@code docs/performance.md}).
 */
final class EntryIndexes {

    static final List<String> ALL =
            List.of(
                    "entry_by_campaign on entry (campaign, position)",
                    "entry_by_beneficiary on entry (beneficiary, position)",
                    "entry_by_donor on entry (donor, position)",
                    "entry_by_tx on entry (tx_key)",
                    "entry_by_way on entry (token, way, position)",
                    // Whether a donor has given before: to the campaign, the beneficiary, anyone.
                    "entry_by_scope on entry (donor, token, self, beneficiary, campaign)");

    private EntryIndexes() {}

    /**
     * Makes those that are not there. H2 commits with each, so nothing else belongs into the
     * transaction.
     */
    static void make(Transaction transaction) {
        ALL.forEach(each -> transaction.change("create index if not exists " + each));
    }
}
