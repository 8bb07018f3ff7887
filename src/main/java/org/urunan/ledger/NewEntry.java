package org.urunan.ledger;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** A ledger entry as the rules make it, before it is stored. See {@link LedgerEntry}. */
record NewEntry(
        long position,
        Hash txHash,
        @Nullable CampaignId campaign,
        Address beneficiary,
        Address donor,
        Address token,
        BigInteger amount,
        Way way,
        boolean isSelf,
        boolean isAfterClosing) {}
