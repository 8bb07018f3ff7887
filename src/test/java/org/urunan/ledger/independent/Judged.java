package org.urunan.ledger.independent;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urunan.money.CampaignId;

/** What was found to count, what was not, and what was sent on. */
final class Judged {

    private record Rejected(long position, String row) {}

    private final AllSaid said;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    Judged(AllSaid said) {
        this.said = said;
    }

    void count(Handover it, CampaignId campaign, String way) {
        entries.add(
                new Entry(
                        it.position(),
                        it.tx(),
                        campaign,
                        it.to(),
                        it.from(),
                        it.token(),
                        it.amount(),
                        way,
                        it.from().equals(it.to()),
                        campaign != null && !said.isOpen(campaign, it.at())));
    }

    /** By its tag, or as a direct gift. */
    void countNative(Handover it, byte[] data) {
        var tagged =
                data.length == 12
                        ? said.announced(new CampaignId(it.to(), new BigInteger(1, data)), it.at())
                        : null;
        if (tagged != null) {
            count(it, tagged, "tagged");
        } else {
            count(it, said.onlyOpen(it.to(), it.at()), "direct");
        }
    }

    void reject(Handover it, CampaignId campaign, String reason) {
        var row =
                Stream.of(
                                it.position(),
                                it.tx(),
                                campaign,
                                it.to(),
                                it.from(),
                                it.token(),
                                it.amount(),
                                reason)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
        rejected.add(new Rejected(it.position(), row));
    }

    void send(Handover it) {
        if (said.isKnown(it.from(), it.at()) && !it.isNothing()) {
            sent.add(new Sent(it.position(), it.tx(), it.from(), it.to(), it.token(), it.amount()));
        }
    }

    List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparingLong(Entry::position)).toList();
    }

    List<String> rejected() {
        return rejected.stream()
                .sorted(Comparator.comparingLong(Rejected::position))
                .map(Rejected::row)
                .toList();
    }

    List<Sent> sent() {
        return sent;
    }
}
