package org.urunan.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.CampaignText;
import org.urunan.campaign.Manifest;
import org.urunan.content.Cid;
import org.urunan.ledger.Total;
import org.urunan.money.CampaignId;
import org.urunan.money.Token;

/**
 * A campaign as cards and pages show it.
 *
 * @param manifest what {@code text} shows; null if it shows nothing
 * @param pictures those that are here
 * @param goalToken null without a goal, or if its token is not listed
 * @param totals what it received, by token
 */
public record CampaignShown(
        Campaign campaign,
        CampaignText text,
        @Nullable Manifest manifest,
        List<Cid> pictures,
        @Nullable Token goalToken,
        List<Total> totals) {

    public CampaignId id() {
        return campaign.id();
    }

    public @Nullable Cid picture() {
        return pictures.isEmpty() ? null : pictures.getFirst();
    }

    public List<Cid> morePictures() {
        return pictures.isEmpty() ? List.of() : pictures.subList(1, pictures.size());
    }

    public boolean isMissing() {
        return text instanceof CampaignText.Missing;
    }

    public boolean isUnreadable() {
        return text instanceof CampaignText.Unreadable;
    }

    public boolean isWithheld() {
        return text instanceof CampaignText.Withheld;
    }

    public boolean hasLookAlikes() {
        return manifest != null && manifest.hasLookAlikes();
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
