package org.urunan.ledger;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * What did not count, and why.
 *
 * @param campaign the campaign the log named, announced or not; null if it named none
 * @param token listed or not, so nothing more is known of it
 */
public record Rejection(
        @Nullable CampaignId campaign,
        Address beneficiary,
        Address donor,
        Address token,
        BigInteger amount,
        RejectionReason reason,
        long blockNumber,
        Hash blockHash,
        Instant time,
        Hash txHash,
        int logIndex) {}
