package org.urunan.ledger.independent;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * A donation that counts.
 *
 * @param campaign null if it is not for one campaign
 */
record Entry(
        long position,
        Hash tx,
        CampaignId campaign,
        Address beneficiary,
        Address donor,
        Address token,
        BigInteger amount,
        String way,
        boolean self,
        boolean afterClosing) {

    List<String> scopes() {
        return campaign == null
                ? List.of("everything", beneficiary.toString())
                : List.of("everything", beneficiary.toString(), campaign.toString());
    }

    String row() {
        return Stream.of(
                        position,
                        tx,
                        campaign,
                        beneficiary,
                        donor,
                        token,
                        amount,
                        way,
                        self,
                        afterClosing)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
