package org.urunan.ledger.independent;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.urunan.chain.ChainLog;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/** What beneficiaries said, and what followed from it at each position. */
final class AllSaid {

    private final List<Said> said = new ArrayList<>();

    AllSaid(List<ChainLog> logs) {
        logs.forEach(this::hear);
    }

    private void hear(ChainLog log) {
        switch (log) {
            case ChainLog.Announced a ->
                    say(log, a.campaign(), "announced", a.contentHash().toString());
            case ChainLog.Closed c -> {
                if (isAnnounced(c.campaign(), Places.of(log))) {
                    say(log, c.campaign(), "closed", "null");
                }
            }
            case ChainLog.Moved m -> {
                if (isAnnounced(m.campaign(), Places.of(log))) {
                    say(log, m.campaign(), "moved", m.to().toString());
                }
            }
            default -> {}
        }
    }

    private void say(ChainLog log, CampaignId campaign, String what, String about) {
        said.add(new Said(Places.of(log), campaign, what, about, log.place().txHash()));
    }

    boolean isKnown(Address beneficiary, long at) {
        return said.stream()
                .anyMatch(s -> s.position() < at && s.campaign().beneficiary().equals(beneficiary));
    }

    /** The campaign, or null if it is not announced there. */
    CampaignId announced(CampaignId id, long at) {
        return isAnnounced(id, at) ? id : null;
    }

    private boolean isAnnounced(CampaignId id, long at) {
        return said.stream().anyMatch(s -> s.position() < at && s.campaign().equals(id));
    }

    boolean isOpen(CampaignId id, long at) {
        return said.stream()
                .filter(s -> s.position() < at && s.campaign().equals(id))
                .reduce((_, last) -> last)
                .filter(s -> s.is("announced"))
                .isPresent();
    }

    /** Null if none is open, or several are. */
    CampaignId onlyOpen(Address beneficiary, long at) {
        var open =
                said.stream()
                        .map(Said::campaign)
                        .filter(id -> id.beneficiary().equals(beneficiary))
                        .distinct()
                        .filter(id -> isOpen(id, at))
                        .toList();
        return open.size() == 1 ? open.getFirst() : null;
    }

    List<Address> speakers() {
        return said.stream().map(s -> s.campaign().beneficiary()).distinct().toList();
    }

    List<String> statements() {
        return said.stream().map(Said::row).toList();
    }

    List<String> campaigns() {
        var all = new TreeSet<String>();
        for (var id : said.stream().map(Said::campaign).collect(Collectors.toSet())) {
            all.add(campaign(id, said.stream().filter(s -> s.campaign().equals(id)).toList()));
        }
        return List.copyOf(all);
    }

    private static String campaign(CampaignId id, List<Said> own) {
        var announcements = own.stream().filter(s -> s.is("announced")).toList();
        var last = announcements.getLast();
        var later = own.stream().filter(s -> s.position() > last.position()).toList();
        var closed = later.stream().filter(s -> s.is("closed")).reduce((_, b) -> b);
        var moved = later.stream().filter(s -> s.is("moved")).reduce((_, b) -> b);
        return "%s %d %d %s %s %s"
                .formatted(
                        id,
                        announcements.getFirst().position(),
                        last.position(),
                        closed.map(s -> String.valueOf(s.position())).orElse("null"),
                        moved.map(Said::about).orElse("null"),
                        last.about());
    }

    List<String> beneficiaries() {
        var from = new TreeMap<String, Long>();
        said.stream()
                .filter(s -> s.is("announced"))
                .forEach(
                        s ->
                                from.merge(
                                        s.campaign().beneficiary().toString(),
                                        s.position(),
                                        Math::min));
        return from.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    }
}
