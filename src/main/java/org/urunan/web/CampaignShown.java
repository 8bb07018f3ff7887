package org.urunan.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.Manifest;
import org.urunan.content.Cid;
import org.urunan.ledger.Total;
import org.urunan.money.CampaignId;
import org.urunan.money.Token;

/**
 * A campaign as cards and pages show it.
 *
 * @param manifest null while this node does not have it
 * @param picture null if there is none, or it is not here yet
 * @param goalToken null without a goal, or if its token is not listed
 * @param totals what it received, by token
 */
public record CampaignShown(
        Campaign campaign,
        @Nullable Manifest manifest,
        @Nullable Cid picture,
        @Nullable Token goalToken,
        List<Total> totals) {

    public CampaignId id() {
        return campaign.id();
    }

    public String path() {
        return "/campaigns/" + campaign.id();
    }

    public String number() {
        return campaign.id().number().toString();
    }

    public Cid contentCid() {
        return new Cid(campaign.contentHash());
    }

    public boolean isGoalUnlisted() {
        return manifest != null && manifest.goal() != null && goalToken == null;
    }

    /** Base units of {@link #goalToken}; zero without a goal. */
    public BigInteger goal() {
        return manifest == null || manifest.goal() == null
                ? BigInteger.ZERO
                : manifest.goal().amount();
    }

    /** The total that stands in front: of the goal's token, or else the token given most often. */
    public @Nullable Total main() {
        var ofGoal = totals.stream().filter(total -> total.token().equals(goalToken)).findFirst();
        if (goalToken != null) {
            return ofGoal.orElse(null);
        }
        return totals.stream()
                .reduce((one, other) -> other.donations() > one.donations() ? other : one)
                .orElse(null);
    }

    /** Base units of the goal's token received so far. */
    public BigInteger received() {
        return Optional.ofNullable(main()).map(Total::amount).orElse(BigInteger.ZERO);
    }

    public List<Total> others() {
        return totals.stream().filter(total -> !total.equals(main())).toList();
    }

    /** Whole percents of the goal, rounded down: never more than was given. */
    public String percent() {
        return goal().signum() == 0
                ? "0"
                : received().multiply(BigInteger.valueOf(100)).divide(goal()).toString();
    }

    /** For the bar, which ends at the goal. */
    public int bar() {
        return new BigInteger(percent()).min(BigInteger.valueOf(100)).intValue();
    }

    public boolean isGoalReached() {
        return goalToken != null && received().compareTo(goal()) >= 0;
    }
}
