package org.urunan.ledger;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Statement.Kind;
import org.urunan.chain.ChainLog.Donated;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.chain.LogPlace;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** What the rules find in one transaction, as it goes into the judgement. */
record Findings(Announcements announcements, Hash txHash, Judgement judgement) {

    /** Rule 2: statements make beneficiaries known, and campaigns announced, open and closed. */
    void say(
            LogPlace place,
            CampaignId campaign,
            Kind kind,
            @Nullable Hash contentHash,
            @Nullable CampaignId movedTo) {
        if (announcements.hear(place.position(), campaign, kind)) {
            judgement
                    .statements()
                    .add(
                            new NewStatement(
                                    place.position(),
                                    txHash,
                                    campaign,
                                    kind,
                                    contentHash,
                                    movedTo));
        }
    }

    void count(Transferred moved, @Nullable CampaignId campaign, Way way) {
        count(
                moved.place().position(),
                campaign,
                moved.to(),
                moved.from(),
                moved.token(),
                moved.amount(),
                way);
    }

    /** Rule 6 marks what counts. */
    void count(
            long position,
            @Nullable CampaignId campaign,
            Address beneficiary,
            Address donor,
            Address token,
            BigInteger amount,
            Way way) {
        judgement
                .entries()
                .add(
                        new NewEntry(
                                position,
                                txHash,
                                campaign,
                                beneficiary,
                                donor,
                                token,
                                amount,
                                way,
                                donor.equals(beneficiary),
                                campaign != null && !announcements.isOpen(campaign)));
    }

    /** Rule 8: where the money went. */
    void sent(long position, Address from, Address to, Address token, BigInteger amount) {
        if (announcements.isKnown(from) && amount.signum() > 0) {
            judgement.outgoing().add(new NewOutgoing(position, txHash, from, to, token, amount));
        }
    }

    void reject(Donated donated, RejectionReason reason) {
        judgement
                .rejections()
                .add(
                        new NewRejection(
                                donated.place().position(),
                                txHash,
                                donated.campaign(),
                                donated.campaign().beneficiary(),
                                donated.donor(),
                                donated.token(),
                                donated.amount(),
                                reason));
    }

    void rejectZero(Transferred moved) {
        judgement
                .rejections()
                .add(
                        new NewRejection(
                                moved.place().position(),
                                txHash,
                                null,
                                moved.to(),
                                moved.from(),
                                moved.token(),
                                moved.amount(),
                                RejectionReason.ZERO_AMOUNT));
    }
}
