package org.urunan.campaign;

import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Manifest.Category;
import org.urunan.money.Address;

/**
 * Which campaigns, newest first. Null means "any".
 *
 * @param text every word of it is in the title, summary or place
 * @param after where the page before ended, as its {@link CampaignPage} says
 * @param limit 1 … 100
 */
public record CampaignQuery(
        @Nullable String text,
        @Nullable Category category,
        @Nullable Boolean open,
        @Nullable Address beneficiary,
        @Nullable String after,
        int limit) {

    public static final int MAX_LIMIT = 100;

    public CampaignQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "A page has 1 to %d campaigns, not %d.".formatted(MAX_LIMIT, limit));
        }
        if (after != null && !after.matches("[0-9a-z]{1,12}")) {
            throw new IllegalArgumentException(
                    "This is not the key of a page; take \"next\" of an answer.");
        }
    }

    /** Whether it asks for something that only campaigns' texts say. */
    boolean isOfText() {
        return text != null || category != null;
    }
}
