package org.urunan.ledger;

import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Statement;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** A beneficiary's statement, before it is stored. See {@link Statement}. */
record NewStatement(
        long position,
        Hash txHash,
        CampaignId campaign,
        Statement.Kind kind,
        @Nullable Hash contentHash,
        @Nullable CampaignId movedTo) {}
