package org.urunan.campaign;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urunan.content.Cid;
import org.urunan.money.Address;

/**
 * What a campaign says of itself: JSON of at most 64 KiB, whose SHA-256 the announcement carries.
 * The exact bytes are kept and served; this record is only how a node reads them. Whether bytes are
 * a manifest depends on the bytes alone (no clock, no configuration), so that all nodes agree.
 *
 * <p>Lengths are in Unicode code points. Lines (title, summary, place, labels) are in Unicode
 * normalisation form C and have no control, bidi, zero-width or stacked characters.
 *
 * @param language {@code en} or {@code id}
 * @param title a line, 1 … 80 characters
 * @param summary a line, 1 … 200 characters
 * @param story Markdown (CommonMark), 1 … 20,000 characters
 * @param place a line, 0 … 80 characters
 * @param endDate the last day on which gifts are asked for
 * @param pictures at most 4, each once
 * @param links at most 5
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

    /** The largest manifest, in bytes. */
    public static final int MAX_SIZE = 64 * 1024;

    public static final List<String> LANGUAGES = List.of("en", "id");
    public static final int MAX_TITLE = 80;
    public static final int MAX_SUMMARY = 200;
    public static final int MAX_STORY = 20_000;
    public static final int MAX_PLACE = 80;
    public static final int MAX_PICTURES = 4;
    public static final int MAX_LINKS = 5;
    public static final int MAX_LABEL = 60;
    public static final int MAX_URL = 500;

    public Manifest {
        pictures = List.copyOf(pictures);
        links = List.copyOf(links);
    }

    /** Reads the exact bytes of a manifest: all of it is right, or every problem is told. */
    public static Reading read(byte[] bytes) {
        return new ManifestReader().read(bytes);
    }

    /** Whether the title mixes letters of scripts that look alike: shown with a warning. */
    public boolean hasLookAlikes() {
        return LookAlikes.in(title) || LookAlikes.in(place);
    }

    /**
     * @param amount base units, above 0
     */
    public record Goal(Address token, BigInteger amount) {}

    /**
     * @param label a line, 1 … 60 characters
     * @param url absolute, https, at most 500 characters, without user info
     */
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
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
