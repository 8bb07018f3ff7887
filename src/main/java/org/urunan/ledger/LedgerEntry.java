package org.urunan.ledger;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * One donation as the ledger shows it.
 *
 * @param campaign null: not for one campaign
 * @param amount base units of {@code token}, above 0
 * @param isSelf donor = beneficiary: kept, in no total
 * @param isAfterClosing its campaign was not open at that position: kept, counted
 * @param logIndex null for a native transfer that left no log
 * @param isFinal in a block at or below the finalised head
 * @param confirmations blocks from this entry's to the cursor, its own included; at least 1
 */
public record LedgerEntry(
        @Nullable CampaignId campaign,
        Address beneficiary,
        Address donor,
        Token token,
        BigInteger amount,
        Way way,
        boolean isSelf,
        boolean isAfterClosing,
        long blockNumber,
        Hash blockHash,
        Instant time,
        Hash txHash,
        @Nullable Integer logIndex,
        boolean isFinal,
        long confirmations) {}
