package org.urunan.ledger;

import java.util.Optional;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * What figures are kept of, as rows have it: a campaign's scope is its id, a beneficiary's minus
 * its id.
 */
final class Scope {

    /** The whole ledger. */
    static final int EVERYTHING = 0;

    private Scope() {}

    static Optional<Integer> of(Snapshot snapshot, CampaignId campaign) {
        return snapshot.first(
                "select id from campaign where campaign_id = ?", row -> row.integer(1), campaign);
    }

    static Optional<Integer> of(Snapshot snapshot, Address beneficiary) {
        return snapshot.first(
                "select -id from beneficiary where address = ?",
                row -> row.integer(1),
                beneficiary);
    }
}
