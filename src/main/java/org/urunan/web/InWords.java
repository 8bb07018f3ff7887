package org.urunan.web;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An amount as one says it aloud, exactly: the whole part in words, the fraction digit by digit.
 * Rounding, which number formats do, would defeat its purpose.
 */
final class InWords {

    // Above this, the rules of number formats go back to digits.
    private static final BigInteger LARGEST = BigInteger.TEN.pow(15);

    private final RuleBasedNumberFormat words;
    private final String point;

    /**
     * @param point the word between the whole part and the fraction
     */
    InWords(Locale locale, String point) {
        this.words = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        this.point = point;
    }

    String of(BigDecimal amount) {
        var parts = amount.toPlainString().split("\\.", 2);
        var whole = whole(new BigInteger(parts[0]));
        if (parts.length == 1) {
            return whole;
        }
        var fraction =
                parts[1].chars()
                        .mapToObj(digit -> words.format(digit - '0'))
                        .collect(Collectors.joining(" "));
        return whole + " " + point + " " + fraction;
    }

    private String whole(BigInteger number) {
        return number.compareTo(LARGEST) < 0
                ? words.format(number.longValueExact())
                : Show.number(number);
    }
}
