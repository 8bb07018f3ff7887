package org.urunan.campaign;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;

/**
 * Letters that pose as others (Unicode Technical Standard 39): "Pаlestine" with a Cyrillic а. Texts
 * of several languages are welcome, so this is flagged beside the text, never refused.
 */
final class LookAlikes {

    private static final SpoofChecker WORDS =
            new SpoofChecker.Builder()
                    .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS)
                    .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
                    .build();

    private LookAlikes() {}

    /**
     * Whether a word mixes scripts, or a word of another script reads as Latin beside Latin ones.
     */
    static boolean in(String text) {
        var words = text.split("[^\\p{L}\\p{M}\\p{N}]+");
        var hasLatin = Arrays.stream(words).anyMatch(LookAlikes::isLatin);
        return Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .anyMatch(word -> WORDS.failsChecks(word) || (hasLatin && posesAsLatin(word)));
    }

    private static boolean isLatin(String word) {
        return word.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.LATIN);
    }

    private static boolean posesAsLatin(String word) {
        return word.codePoints().anyMatch(Character::isLetter)
                && !isLatin(word)
                && WORDS.getSkeleton(word).chars().allMatch(c -> c < 128);
    }
}
