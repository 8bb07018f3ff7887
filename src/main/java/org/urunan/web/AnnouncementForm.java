package org.urunan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Manifest;
import org.urunan.content.Cid;
import org.urunan.money.Amount;
import org.urunan.money.CampaignId;
import org.urunan.money.TokenList;

/**
 * What the form of a campaign begins with: nothing, or what its manifest says now. All values are
 * as a person would type them.
 *
 * @param campaign null for a new one
 * @param isTextHere false when this node does not hold the announced manifest
 * @param goalToken lower case; empty without a goal
 * @param pictures CIDs, separated by spaces
 * @param links at least one row to fill in
 */
public record AnnouncementForm(
        @Nullable CampaignId campaign,
        boolean isTextHere,
        String language,
        String title,
        String summary,
        String story,
        String category,
        String place,
        String goalAmount,
        String goalToken,
        boolean isGoalUnlisted,
        String endDate,
        String pictures,
        List<Manifest.Link> links) {

    private static final List<Manifest.Link> ONE_EMPTY_LINK = List.of(new Manifest.Link("", ""));

    /** A category as forms and lists name it; {@code key} is its word's in the site's messages. */
    public record Choice(String word, String key) {}

    static AnnouncementForm empty(@Nullable CampaignId campaign, Language language) {
        return new AnnouncementForm(
                campaign,
                false,
                language.tag(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                "",
                "",
                ONE_EMPTY_LINK);
    }

    static AnnouncementForm of(CampaignId campaign, Manifest manifest, TokenList tokens) {
        var goal = Goal.of(manifest.goal(), tokens);
        return new AnnouncementForm(
                campaign,
                true,
                manifest.language(),
                manifest.title(),
                manifest.summary(),
                manifest.story(),
                manifest.category().word(),
                manifest.place(),
                goal.amount(),
                goal.token(),
                goal.isUnlisted(),
                manifest.endDate() == null ? "" : manifest.endDate().toString(),
                manifest.pictures().stream().map(Cid::toString).collect(Collectors.joining(" ")),
                manifest.links().isEmpty() ? ONE_EMPTY_LINK : manifest.links());
    }

    public List<Choice> categories() {
        return Arrays.stream(Manifest.Category.values())
                .map(Manifest.Category::word)
                .map(word -> new Choice(word, "category" + capitalised(word)))
                .toList();
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The goal as typed; a token that is not listed has no decimals here, so base units. */
    private record Goal(String amount, String token, boolean isUnlisted) {

        static Goal of(Manifest.@Nullable Goal goal, TokenList tokens) {
            if (goal == null) {
                return new Goal("", "", false);
            }
            var token = tokens.find(goal.token());
            var decimals = token.map(org.urunan.money.Token::decimals).orElse(0);
            return new Goal(
                    Amount.toDecimal(goal.amount(), decimals),
                    goal.token().toString(),
                    token.isEmpty());
        }
    }
}
