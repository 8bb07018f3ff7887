package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Which logs are handed on: the same whether they came from ranges, single blocks or receipts, so
 * that each can be checked against the others.
 *
 * @param contract all logs of the {@code Donations} contract
 * @param transfers those to or from an address that was known before them
 * @param alone those of the transfers to such an address that no {@code Donation} of the same
 *     transaction explains, by transaction
 */
record Selection(
        List<ChainLog> contract,
        List<ChainLog.Transferred> transfers,
        Map<Hash, List<ChainLog.Transferred>> alone) {

    /**
     * @param address of the contract: who pays native donations on
     */
    static Selection of(
            Address address,
            List<ChainLog> contract,
            List<ChainLog> transfers,
            Beneficiaries beneficiaries) {
        var selected = new ArrayList<ChainLog.Transferred>(transfers.size());
        var received = new ArrayList<ChainLog.Transferred>(transfers.size());
        for (var log : transfers) {
            if (log instanceof ChainLog.Transferred transferred) {
                var position = log.place().position();
                if (beneficiaries.isKnown(transferred.to(), position)) {
                    selected.add(transferred);
                    received.add(transferred);
                } else if (beneficiaries.isKnown(transferred.from(), position)) {
                    selected.add(transferred);
                }
            }
        }
        return new Selection(contract, selected, alone(address, contract, received, beneficiaries));
    }

    /**
     * As a {@code Donation} to someone known takes the first transfer after it that says the same.
     */
    private static Map<Hash, List<ChainLog.Transferred>> alone(
            Address address,
            List<ChainLog> contract,
            List<ChainLog.Transferred> received,
            Beneficiaries beneficiaries) {
        var donations = donationsByTransaction(contract, beneficiaries);
        var alone = new LinkedHashMap<Hash, List<ChainLog.Transferred>>();
        for (var transferred : received) {
            var open = donations.get(transferred.place().txHash());
            if (open == null || !take(open, transferred, address)) {
                alone.computeIfAbsent(transferred.place().txHash(), _ -> new ArrayList<>(1))
                        .add(transferred);
            }
        }
        return alone;
    }

    private static Map<Hash, List<ChainLog.Donated>> donationsByTransaction(
            List<ChainLog> contract, Beneficiaries beneficiaries) {
        var donations = new HashMap<Hash, List<ChainLog.Donated>>();
        for (var log : contract) {
            if (log instanceof ChainLog.Donated donated
                    && beneficiaries.isKnown(
                            donated.campaign().beneficiary(), donated.place().position())) {
                donations
                        .computeIfAbsent(donated.place().txHash(), _ -> new ArrayList<>(1))
                        .add(donated);
            }
        }
        return donations;
    }

    private static boolean take(
            List<ChainLog.Donated> donations, ChainLog.Transferred transferred, Address contract) {
        for (var i = 0; i < donations.size(); i++) {
            var donated = donations.get(i);
            if (donated.place().index() < transferred.place().index()
                    && donated.token().equals(transferred.token())
                    && donated.amount().equals(transferred.amount())
                    && transferred
                            .from()
                            .equals(transferred.isNative() ? contract : donated.donor())
                    && donated.campaign().beneficiary().equals(transferred.to())) {
                donations.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Where the first one of each transaction's {@link #alone} stands. */
    Map<Hash, LogPlace> placesAlone() {
        var places = new LinkedHashMap<Hash, LogPlace>();
        alone.forEach((hash, transfers) -> places.put(hash, transfers.getFirst().place()));
        return places;
    }

    /** Whose {@code AuthorizationUsed} could explain a transfer. */
    Set<Address> authorizers(Set<Address> tokens) {
        var authorizers = new HashSet<Address>();
        for (var transfers : alone.values()) {
            for (var transferred : transfers) {
                if (tokens.contains(transferred.token())) {
                    authorizers.add(transferred.from());
                }
            }
        }
        return authorizers;
    }

    /** Everything selected, with those authorizations that could explain a transfer, in order. */
    List<ChainLog> with(List<ChainLog> authorizations) {
        var all = new ArrayList<ChainLog>(contract.size() + transfers.size());
        all.addAll(contract);
        all.addAll(transfers);
        for (var log : authorizations) {
            if (log instanceof ChainLog.AuthorizationUsed used && explains(used)) {
                all.add(used);
            }
        }
        all.sort((a, b) -> Long.compare(a.place().position(), b.place().position()));
        return all;
    }

    private boolean explains(ChainLog.AuthorizationUsed used) {
        for (var transferred : alone.getOrDefault(used.place().txHash(), List.of())) {
            if (transferred.token().equals(used.token())
                    && transferred.from().equals(used.authorizer())) {
                return true;
            }
        }
        return false;
    }
}
