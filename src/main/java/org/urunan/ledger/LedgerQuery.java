package org.urunan.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * Which entries of the ledger, in which order, from where. All bounds are inclusive; null means
 * "any".
 *
 * @param after the key of a {@link LedgerPage}, exclusive: the page that follows it in this order
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
        int limit) {}
