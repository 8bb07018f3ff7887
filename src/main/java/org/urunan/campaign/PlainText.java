package org.urunan.campaign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Optional;
import org.urunan.campaign.Problem.Kind;

/**
 * What characters people's texts may have. A title that turns letters around, hides some or stacks
 * marks over its neighbours can make one campaign look like another.
 */
final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    // Letter, shadda, vowel and superscript alef: vocalised Arabic needs three marks, pause signs
    // more.
    private static final int MARKS_IN_LINE = 3;
    private static final int MARKS_IN_STORY = 5;

    private PlainText() {}

    /** The first problem of a text on one line. */
    static Optional<Kind> problemOfLine(String text) {
        if (!text.equals(text.strip()) || text.contains("  ")) {
            return Optional.of(Kind.STRAY_SPACE);
        }
        var problem = problemOfCharacters(text, false);
        return problem.isPresent() || Normalizer2.getNFCInstance().isNormalized(text)
                ? problem
                : Optional.of(Kind.NOT_NORMALISED);
    }

    /** The first problem of a text of several lines; joiners and more marks are allowed in it. */
    static Optional<Kind> problemOfStory(String text) {
        return problemOfCharacters(text, true);
    }

    private static Optional<Kind> problemOfCharacters(String text, boolean isStory) {
        var marks = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (isControl(c) && !(isStory && (c == '\n' || c == '\r' || c == '\t'))) {
                return Optional.of(Kind.CONTROL_CHARACTER);
            }
            if (UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL)) {
                return Optional.of(Kind.BIDI_CONTROL);
            }
            if (isInvisible(c) && !isJoinerInPlace(text, i, c, isStory)) {
                return Optional.of(Kind.INVISIBLE_CHARACTER);
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > (isStory ? MARKS_IN_STORY : MARKS_IN_LINE)) {
                return Optional.of(Kind.STACKED_MARKS);
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    /** Controls, line and paragraph separators, private use, lone surrogates, noncharacters. */
    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE ->
                    true;
            default -> UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT);
        };
    }

    private static boolean isInvisible(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && !(c >= 0xFE00 && c <= 0xFE0F);
    }

    /**
     * An emoji of several parts is held together by joiners; some scripts need them in running
     * text.
     */
    private static boolean isJoinerInPlace(String text, int at, int c, boolean isStory) {
        if (isStory) {
            return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
        }
        if (c != ZERO_WIDTH_JOINER || at == 0 || at + 1 >= text.length()) {
            return false;
        }
        return isPartOfEmoji(text.codePointBefore(at)) && isPartOfEmoji(text.codePointAt(at + 1));
    }

    private static boolean isPartOfEmoji(int c) {
        return c == 0xFE0F
                || UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER);
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
