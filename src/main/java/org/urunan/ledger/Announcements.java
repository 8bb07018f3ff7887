package org.urunan.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Statement;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * Which beneficiaries are known, and which of their campaigns are announced and open, at one
 * position of the chain. Statements move it on.
 */
final class Announcements {

    private record Campaigns(long knownFrom, Set<BigInteger> announced, Set<CampaignId> open) {}

    private final Map<Address, Campaigns> known = new HashMap<>();

    boolean isKnown(Address beneficiary) {
        return known.containsKey(beneficiary);
    }

    boolean isAnnounced(CampaignId campaign) {
        var campaigns = known.get(campaign.beneficiary());
        return campaigns != null && campaigns.announced().contains(campaign.number());
    }

    /** Whether the campaign's last statement is an announcement. */
    boolean isOpen(CampaignId campaign) {
        var campaigns = known.get(campaign.beneficiary());
        return campaigns != null && campaigns.open().contains(campaign);
    }

    /** The beneficiary's one open campaign; null if none or several are open. */
    @Nullable CampaignId onlyOpen(Address beneficiary) {
        var campaigns = known.get(beneficiary);
        return campaigns == null || campaigns.open().size() != 1
                ? null
                : campaigns.open().iterator().next();
    }

    /** Every known beneficiary with the position of its first announcement. */
    Map<Address, Long> knownFrom() {
        var all = new HashMap<Address, Long>();
        known.forEach((beneficiary, campaigns) -> all.put(beneficiary, campaigns.knownFrom()));
        return all;
    }

    /**
     * Takes in a statement.
     *
     * @return false if it says nothing: what was never announced cannot be closed or moved
     */
    boolean hear(long position, CampaignId campaign, Statement.Kind kind) {
        if (kind == Statement.Kind.ANNOUNCED) {
            announce(position, campaign, true);
            return true;
        }
        var campaigns = known.get(campaign.beneficiary());
        if (campaigns == null || !campaigns.announced().contains(campaign.number())) {
            return false;
        }
        campaigns.open().remove(campaign);
        return true;
    }

    /** Takes in a campaign as it was stored. */
    void announce(long position, CampaignId campaign, boolean isOpen) {
        var campaigns =
                known.computeIfAbsent(
                        campaign.beneficiary(),
                        _ -> new Campaigns(position, new HashSet<>(), new LinkedHashSet<>()));
        campaigns.announced().add(campaign.number());
        if (isOpen) {
            campaigns.open().add(campaign);
        }
    }
}
