package org.urunan.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * Which entries of the ledger, in which order, from where. All bounds are inclusive; null means
 * "any".
 *
 * @param after a key of a {@link LedgerPage}: its {@code next} or its {@code previous}
 * @param limit 1 … 500
 */
public record LedgerQuery(
        @Nullable CampaignId campaign,
        @Nullable Address donor,
        @Nullable Address beneficiary,
        @Nullable Address token,
        @Nullable Way way,
        @Nullable Long fromBlock,
        @Nullable Long toBlock,
        @Nullable Instant fromTime,
        @Nullable Instant toTime,
        boolean isAscending,
        @Nullable String after,
        int limit) {

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
        return new LedgerQuery(
                null, null, null, null, null, null, null, null, null, false, null, limit);
    }

    public LedgerQuery ofCampaign(CampaignId id) {
        return new LedgerQuery(
                id,
                donor,
                beneficiary,
                token,
                way,
                fromBlock,
                toBlock,
                fromTime,
                toTime,
                isAscending,
                after,
                limit);
    }

    public LedgerQuery ofDonor(Address address) {
        return new LedgerQuery(
                campaign,
                address,
                beneficiary,
                token,
                way,
                fromBlock,
                toBlock,
                fromTime,
                toTime,
                isAscending,
                after,
                limit);
    }

    public LedgerQuery ofBeneficiary(Address address) {
        return new LedgerQuery(
                campaign,
                donor,
                address,
                token,
                way,
                fromBlock,
                toBlock,
                fromTime,
                toTime,
                isAscending,
                after,
                limit);
    }

    public LedgerQuery oldestFirst() {
        return new LedgerQuery(
                campaign,
                donor,
                beneficiary,
                token,
                way,
                fromBlock,
                toBlock,
                fromTime,
                toTime,
                true,
                after,
                limit);
    }

    public LedgerQuery from(@Nullable String key) {
        return new LedgerQuery(
                campaign,
                donor,
                beneficiary,
                token,
                way,
                fromBlock,
                toBlock,
                fromTime,
                toTime,
                isAscending,
                key,
                limit);
    }
}
