package org.urunan.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.urunan.campaign.Manifest;
import org.urunan.campaign.Reading;
import org.urunan.content.Cid;
import org.urunan.content.Picture;
import org.urunan.money.Address;
import org.urunan.money.Token;

class DemoCampaignTest {

    static final List<DemoCampaign> ALL =
            DemoCampaign.all(
                    IntStream.range(0, 10)
                            .mapToObj(i -> Person.named("account " + i).address())
                            .toList());

    private static final LocalDate TODAY = LocalDate.parse("2026-08-17");
    private static final DevTokens TOKENS =
            new DevTokens(
                    token(Token.NATIVE, "ETH", 18),
                    token(Person.named("usdc").address(), "USDC", 6),
                    token(Person.named("usdt").address(), "USDT", 6),
                    token(Person.named("dev").address(), "DEV", 18),
                    Address.ZERO);

    @ParameterizedTest
    @FieldSource("ALL")
    void aNodeAcceptsWhatItSays(DemoCampaign campaign) throws IOException {
        for (var revised : List.of(false, true)) {
            var cids = campaign.pictures().stream().map(DemoCampaignTest::cid).toList();
            var manifest = campaign.manifest(TOKENS, TODAY, cids, revised);

            var reading = Manifest.read(new ObjectMapper().writeValueAsBytes(manifest));

            assertThat(reading).isInstanceOf(Reading.Accepted.class);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aNodeAcceptsItsPictures(DemoCampaign campaign) throws IOException {
        for (var words : campaign.pictures()) {
            var kept = Picture.encodeAnew(Painting.of(words), "image/jpeg");

            assertThat(kept).hasSizeBetween(20_000, Picture.MAX_SIZE);
        }
    }

    @Test
    void aPictureIsPaintedTheSameEachTime() throws IOException {
        assertThat(Painting.of("dawn sun sea boat")).isEqualTo(Painting.of("dawn sun sea boat"));
    }

    @Test
    void thereIsOneOfEachKindThatPagesMustShow() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ALL).anyMatch(c -> c.dayOf("closed") != null);
        assertThat(ALL).anyMatch(c -> !c.says().containsKey("goal"));
        assertThat(ALL)
                .filteredOn(c -> c.dayOf("moved") != null)
                .singleElement()
                .satisfies(
                        moved -> assertThat(ALL).anyMatch(c -> c.id().equals(moved.successor())));
        assertThat(texts("language")).containsOnly("en", "id");
        assertThat(texts("category").distinct()).hasSizeGreaterThan(7);
    }

    private static Stream<String> texts(String member) {
        return ALL.stream().map(campaign -> campaign.says().get(member));
    }

    private static String cid(String words) {
        return Cid.of(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
    }

    private static Token token(Address address, String symbol, int decimals) {
        return new Token(address, symbol, symbol, decimals, false, false);
    }
}
