package org.urunan.campaign;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.content.Cid;
import org.urunan.money.Address;

/**
 * What a campaign says of itself: JSON of at most 64 KiB, whose SHA-256 the announcement carries.
 * The exact bytes are kept and served; this record is only how a node reads them.
 *
 * @param language {@code en} or {@code id}
 * @param title 1 … 80 characters
 * @param summary 1 … 200 characters
 * @param story Markdown (CommonMark), 1 … 20,000 characters
 * @param place 0 … 80 characters
 * @param endDate the last day on which gifts are asked for
 * @param pictures at most 4
 * @param links at most 5, https alone
 */
public record Manifest(
        String language,
        String title,
        String summary,
        String story,
        Category category,
        String place,
        @Nullable Goal goal,
        @Nullable LocalDate endDate,
        List<Cid> pictures,
        List<Link> links) {

    /**
     * @param amount base units, above 0
     */
    public record Goal(Address token, BigInteger amount) {}

    public record Link(String label, String url) {}

    /** The closed set of categories; the JSON has them in lower case. */
    public enum Category {
        HEALTH,
        EDUCATION,
        EMERGENCY,
        FOOD,
        ENVIRONMENT,
        ANIMALS,
        COMMUNITY,
        WORSHIP,
        ARTS,
        OTHER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
