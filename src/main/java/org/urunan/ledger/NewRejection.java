package org.urunan.ledger;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** What the rules refuse, before it is stored. See {@link Rejection}. */
record NewRejection(
        long position,
        Hash txHash,
        @Nullable CampaignId campaign,
        Address beneficiary,
        Address donor,
        Address token,
        BigInteger amount,
        RejectionReason reason) {}
