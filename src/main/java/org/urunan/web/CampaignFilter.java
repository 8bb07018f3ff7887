package org.urunan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.CampaignQuery;
import org.urunan.campaign.Manifest.Category;

/**
 * Which campaigns a person or program looks for.
 *
 * @param text words of title, summary or place
 * @param state {@code open}, {@code closed} or null for both
 */
public record CampaignFilter(
        @Nullable String text, @Nullable Category category, @Nullable String state) {

    private enum State {
        OPEN,
        CLOSED
    }

    static CampaignFilter of(Parameters query) {
        var state = query.choice("state", State.class, CampaignFilter::wordOf);
        return new CampaignFilter(
                query.text("q"),
                query.choice("category", Category.class, Category::word),
                state == null ? null : wordOf(state));
    }

    /** As the API names the parameters. */
    static CampaignFilter ofProgram(Parameters query) {
        var open = query.text("open");
        return new CampaignFilter(
                query.text("q"),
                query.choice("category", Category.class, Category::word),
                open == null
                        ? null
                        : query.isTrue("open", "true", "false", true) ? "open" : "closed");
    }

    CampaignQuery query(@Nullable String after, int limit) {
        try {
            var isOpen = state == null ? null : Boolean.valueOf(state.equals("open"));
            return new CampaignQuery(text, category, isOpen, null, after, limit);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.after(Refused.quoted(String.valueOf(after))));
        }
    }

    public List<Category> categories() {
        return List.of(Category.values());
    }

    public boolean isEmpty() {
        return text == null && category == null && state == null;
    }

    /** The link to the page behind {@code key}. */
    public String next(String key) {
        var all = new ArrayList<String>();
        if (text != null) {
            all.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        if (category != null) {
            all.add("category=" + category.word());
        }
        if (state != null) {
            all.add("state=" + state);
        }
        all.add("after=" + key);
        return "/campaigns?" + String.join("&", all);
    }

    private static String wordOf(State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
