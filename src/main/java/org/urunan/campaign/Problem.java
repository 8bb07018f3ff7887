package org.urunan.campaign;

import java.util.List;
import java.util.Locale;

/**
 * One reason why a manifest is refused, for the place it belongs to. Language-free: pages turn
 * {@link Kind} and {@code values} into a sentence.
 *
 * @param field the JSON path: {@code title}, {@code goal.amount}, {@code links[0].url}; empty for
 *     the manifest as a whole
 * @param values what the sentence names: a limit, an unknown member's name
 */
public record Problem(String field, Kind kind, List<String> values) {

    public enum Kind {
        /** values: the limit in bytes. */
        TOO_LARGE,
        /** Not UTF-8 or not JSON, a member twice, or nested too deeply. */
        NOT_JSON,
        /** Not an object, list, text or number where one belongs. */
        WRONG_TYPE,
        MISSING,
        UNKNOWN_MEMBER,
        WRONG_VERSION,
        /** values: the words that are possible. */
        NOT_ONE_OF,
        EMPTY,
        /** values: the limit in characters. */
        TOO_LONG,
        /** values: the limit. */
        TOO_MANY,
        DUPLICATE,
        /** Begins or ends with a space, or has two in a row. */
        STRAY_SPACE,
        CONTROL_CHARACTER,
        BIDI_CONTROL,
        INVISIBLE_CHARACTER,
        STACKED_MARKS,
        NOT_NORMALISED,
        NOT_AN_ADDRESS,
        NOT_AN_AMOUNT,
        NOT_A_DATE,
        NOT_A_CID,
        NOT_HTTPS,
        /** Of an upload alone: this node has no such picture, so nobody would see it. */
        PICTURE_NOT_HERE;

        /** The kind as the API writes it: {@code too-long}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Problem {
        values = List.copyOf(values);
    }

    static Problem of(String field, Kind kind, Object... values) {
        return new Problem(
                field, kind, java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return field + ": " + kind.word() + (values.isEmpty() ? "" : " " + values);
    }
}
