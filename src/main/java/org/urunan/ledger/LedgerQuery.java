package org.urunan.ledger;

import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * Which entries of the ledger, in which order, from where.
 *
 * @param after a key of a {@link LedgerPage}: its {@code next} or its {@code previous}
 * @param limit 1 … 500
 */
public record LedgerQuery(
        LedgerFilter filter, boolean isAscending, @Nullable String after, int limit) {

    public static final int MAX_LIMIT = 500;

    public LedgerQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "A page has 1 to %d entries, not %d.".formatted(MAX_LIMIT, limit));
        }
        if (after != null) {
            var _ = PageKey.parse(after);
        }
    }

    /** The newest entries of everything. */
    public static LedgerQuery newest(int limit) {
        return new LedgerQuery(LedgerFilter.NONE, false, null, limit);
    }

    public LedgerQuery of(LedgerFilter wanted) {
        return new LedgerQuery(wanted, isAscending, after, limit);
    }

    public LedgerQuery ofCampaign(CampaignId id) {
        return of(filter.ofCampaign(id));
    }

    public LedgerQuery ofDonor(Address address) {
        return of(filter.ofDonor(address));
    }

    public LedgerQuery ofBeneficiary(Address address) {
        return of(filter.ofBeneficiary(address));
    }

    public LedgerQuery oldestFirst() {
        return new LedgerQuery(filter, true, after, limit);
    }

    public LedgerQuery from(@Nullable String key) {
        return new LedgerQuery(filter, isAscending, key, limit);
    }
}
