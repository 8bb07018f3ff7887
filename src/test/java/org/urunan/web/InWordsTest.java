package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InWordsTest {

    private final InWords english = new InWords(Locale.ENGLISH, "point");
    private final InWords indonesian = new InWords(Locale.of("id"), "koma");

    @Test
    void wholeAmountsAreWords() {
        assertThat(english.of(new BigDecimal("25"))).isEqualTo("twenty-five");
        assertThat(indonesian.of(new BigDecimal("1500"))).isEqualTo("seribu lima ratus");
    }

    @Test
    void fractionsAreSaidDigitByDigit() {
        assertThat(english.of(new BigDecimal("1.05"))).isEqualTo("one point zero five");
        assertThat(indonesian.of(new BigDecimal("0.5"))).isEqualTo("nol koma lima");
    }

    @Test
    void noDigitIsRoundedAway() {
        assertThat(english.of(new BigDecimal("0.000000000000000001"))).endsWith("zero one");
        assertThat(english.of(new BigDecimal("0.123456789012345678")).split(" ")).hasSize(20);
    }

    @Test
    void whatIsTooLargeForWordsStaysExactInDigits() {
        assertThat(english.of(new BigDecimal("1234567890123456789")))
                .isEqualTo(Show.number(1_234_567_890_123_456_789L));
    }
}
