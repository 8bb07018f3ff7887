package org.urunan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.campaign.Problem.Kind;
import org.urunan.content.Cid;

class ManifestTest {

    private static final String PICTURE = Cid.of(new byte[] {1}).toString();
    private static final String TOKEN = "0x5fbdb2315678afecb367f032d93f642f64180aa3";

    private static String manifest() {
        return """
        {"version":1,"language":"id","title":"Sumur untuk Desa Wae Rebo",
         "summary":"Air bersih untuk 60 keluarga.","story":"# Halo\\n\\nKami *butuh* air.",
         "category":"health","place":"Flores","goal":{"token":"%s","amount":"2500000000"},
         "endDate":"2027-02-28","pictures":["%s"],
         "links":[{"label":"Kabar desa","url":"https://desa.example/kabar?a=1#b"}]}"""
                .formatted(TOKEN, PICTURE);
    }

    /** The manifest with one member's JSON replaced. */
    private static String with(String member, String json) {
        var start = manifest().indexOf("\"" + member + "\":") + member.length() + 3;
        return manifest().substring(0, start) + json + manifest().substring(endOf(start));
    }

    private static int endOf(int start) {
        var depth = 0;
        var isText = false;
        for (var i = start; ; i++) {
            var c = manifest().charAt(i);
            isText = isText != (c == '"' && manifest().charAt(i - 1) != '\\');
            if (!isText && depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            }
            if (!isText && (c == '{' || c == '[')) {
                depth++;
            }
            if (!isText && (c == '}' || c == ']')) {
                depth--;
            }
        }
    }

    private static Reading read(String json) {
        return Manifest.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String json) {
        return read(json) instanceof Reading.Refused(var problems)
                ? problems.stream().map(each -> each.field() + " " + each.kind().word()).toList()
                : List.of();
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
        return json.append('"').toString();
    }

    @Test
    void readsEveryMember() {
        assertThat(read(manifest())).isInstanceOf(Reading.Accepted.class);
        var manifest = ((Reading.Accepted) read(manifest())).manifest();
        assertThat(manifest.language()).isEqualTo("id");
        assertThat(manifest.title()).isEqualTo("Sumur untuk Desa Wae Rebo");
        assertThat(manifest.summary()).isEqualTo("Air bersih untuk 60 keluarga.");
        assertThat(manifest.story()).isEqualTo("# Halo\n\nKami *butuh* air.");
        assertThat(manifest.category()).isEqualTo(Manifest.Category.HEALTH);
        assertThat(manifest.place()).isEqualTo("Flores");
        assertThat(manifest.goal().token()).hasToString(TOKEN);
        assertThat(manifest.goal().amount()).isEqualTo(BigInteger.valueOf(2_500_000_000L));
        assertThat(manifest.endDate()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(manifest.pictures()).hasToString("[" + PICTURE + "]");
        assertThat(manifest.links().getFirst().url()).isEqualTo("https://desa.example/kabar?a=1#b");
        assertThat(manifest.hasLookAlikes()).isFalse();
    }

    @Test
    void goalEndDateAndPlaceMayBeLeftOut() {
        var json =
                """
                {"version":1,"language":"en","title":"A","summary":"B","story":"C",
                 "category":"other","place":"","pictures":[],"links":[]}""";
        assertThat(problems(json)).isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnceInTheOrderOfTheManifest() {
        assertThat(problems("{\"version\":2,\"titel\":\"x\",\"goal\":{},\"links\":[{}]}"))
                .containsExactly(
                        " unknown-member",
                        "version wrong-version",
                        "language missing",
                        "title missing",
                        "summary missing",
                        "story missing",
                        "category missing",
                        "place missing",
                        "goal.token missing",
                        "goal.amount missing",
                        "pictures missing",
                        "links[0].label missing",
                        "links[0].url missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null x",
                "{",
                "{\"version\":1,\"version\":1}",
                "{} {}",
                "{\"a\":[[[[[[[[1]]]]]]]]}",
                "{'version':1}",
                "// {}",
                "\uFEFF{}",
                "{\"version\":NaN}"
            })
    void whatIsNotStrictJsonIsRefused(String text) {
        assertThat(problems(text)).hasSize(1).first().asString().endsWith("not-json");
    }

    @Test
    void whatIsToldOfAnUnknownMemberIsOneShortLine() {
        var name = "a\\nERROR \\u202e" + "b".repeat(500);
        var refused = (Reading.Refused) read("{\"" + name + "\":1}");
        assertThat(refused.problems().getFirst().values().getFirst())
                .startsWith("a?ERROR ?b")
                .hasSize(41);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var bytes = manifest().getBytes(StandardCharsets.UTF_8);
        bytes[70] = (byte) 0xC0;
        assertThat(Manifest.read(bytes)).isInstanceOf(Reading.Refused.class);
        assertThat(Manifest.read(manifest().getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void onlyAnObjectIsAManifest(String json) {
        assertThat(problems(json)).containsExactly(" wrong-type");
    }

    @Test
    void moreThan64KiBAreRefusedUnread() {
        var json = manifest() + " ".repeat(Manifest.MAX_SIZE);
        assertThat(problems(json)).containsExactly(" too-large");
        var most = manifest() + " ".repeat(Manifest.MAX_SIZE - manifest().length());
        assertThat(problems(most)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version  | \"1\"                   | version wrong-version",
                "version  | 1e99999999             | version wrong-version",
                "version  | 1.0                     | version wrong-version",
                "language | \"fr\"                  | language not-one-of",
                "language | null                    | language wrong-type",
                "title    | 5                       | title wrong-type",
                "title    | \"   \"                 | title empty",
                "title    | \" a\"                  | title stray-space",
                "title    | \"a  b\"                | title stray-space",
                "category | \"HEALTH\"              | category not-one-of",
                "place    | null                    | place wrong-type",
                "goal     | null                    | goal wrong-type",
                "goal     | []                      | goal wrong-type",
                "endDate  | null                    | endDate wrong-type",
                "endDate  | \"2027-02-29\"          | endDate not-a-date",
                "endDate  | \"2027-2-9\"            | endDate not-a-date",
                "endDate  | \"+12027-02-09\"        | endDate not-a-date",
                "endDate  | \"2027-02-09T00:00Z\"   | endDate not-a-date",
                "pictures | {}                      | pictures wrong-type",
                "pictures | [1]                     | pictures[0] not-a-cid",
                "pictures | [\"QmYwAPJzv5CZ\"]      | pictures[0] not-a-cid",
                "pictures | [1,2,3,4,5]             | pictures too-many",
                "links    | [1]                     | links[0] wrong-type",
                "links    | [{\"label\":\"a\",\"url\":\"https://b.example\",\"x\":1}] | links[0] unknown-member",
                "links    | [1,2,3,4,5,6]           | links too-many",
            })
    void eachMemberHasItsRule(String member, String json, String problem) {
        assertThat(problems(with(member, json))).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example",
                "javascript:alert(1)",
                "https:a.example",
                "https://",
                "https:///path",
                "https://user@a.example",
                "https://user:pass@a.example/",
                "//a.example",
                "ethereum:0x5fbdb2315678afecb367f032d93f642f64180aa3",
                "data:text/html,x",
                "https://a.example/ b",
                "https://аррӏе.example",
                "ftp://a.example"
            })
    void linksThatAreNotPlainHttpsAreRefused(String url) {
        var json = with("links", "[{\"label\":\"a\",\"url\":" + quoted(url) + "}]");
        assertThat(problems(json)).containsExactly("links[0].url not-https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1e3", "01", "", " 1", "٣", "0x10"})
    void amountsAreWholeAndAboveZero(String amount) {
        var goal = "{\"token\":\"" + TOKEN + "\",\"amount\":" + quoted(amount) + "}";
        assertThat(problems(with("goal", goal))).containsExactly("goal.amount not-an-amount");
    }

    @Test
    void amountsEndAtTheLargestUint256() {
        var most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        assertThat(problems(goalOf(TOKEN, most.toString()))).isEmpty();
        assertThat(problems(goalOf(TOKEN, most.add(BigInteger.ONE).toString())))
                .containsExactly("goal.amount not-an-amount");
        assertThat(problems(goalOf(TOKEN, "9".repeat(20_000))))
                .containsExactly("goal.amount not-an-amount");
    }

    @Test
    void tokensAreAddressesWithARightChecksum() {
        assertThat(problems(goalOf("0x5FbDB2315678afecb367f032d93F642f64180aa3", "1"))).isEmpty();
        assertThat(problems(goalOf("0x5fbDB2315678afecb367f032d93F642f64180aa3", "1")))
                .containsExactly("goal.token not-an-address");
        assertThat(problems(goalOf("0x0000000000000000000000000000000000000000", "1")))
                .containsExactly("goal.token not-an-address");
    }

    private static String goalOf(String token, String amount) {
        return with("goal", "{\"token\":\"%s\",\"amount\":\"%s\"}".formatted(token, amount));
    }

    @Test
    void aPictureIsNamedOnce() {
        var twice = "[\"%s\",\"%s\"]".formatted(PICTURE, PICTURE);
        assertThat(problems(with("pictures", twice))).containsExactly("pictures[1] duplicate");
    }

    @Test
    void lengthsAreCountedInCodePoints() {
        assertThat(problems(with("title", quoted("🌊".repeat(80))))).isEmpty();
        assertThat(problems(with("title", quoted("🌊".repeat(81)))))
                .containsExactly("title too-long");
        assertThat(problems(with("title", quoted("a".repeat(10_000)))))
                .containsExactly("title too-long");
        assertThat(problems(with("story", quoted("a".repeat(8_000))))).isEmpty();
        assertThat(problems(with("story", "\"" + "a".repeat(20_001) + "\"")))
                .containsExactly("story too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u202Eb', BIDI_CONTROL",
        "'a\u2066b', BIDI_CONTROL",
        "'a\u061Cb', BIDI_CONTROL",
        "'a\u200Bb', INVISIBLE_CHARACTER",
        "'a\u200Db', INVISIBLE_CHARACTER",
        "'a\u2060b', INVISIBLE_CHARACTER",
        "'a\u00ADb', INVISIBLE_CHARACTER",
        "'a\uFEFFb', INVISIBLE_CHARACTER",
        "'a\u3164b', INVISIBLE_CHARACTER",
        "'a\uDB40\uDC41b', INVISIBLE_CHARACTER",
        "'a\u2028b', CONTROL_CHARACTER",
        "'a\u0085b', CONTROL_CHARACTER",
        "'a\uE000b', CONTROL_CHARACTER",
        "'a\uFFFFb', CONTROL_CHARACTER",
        "'a\u0301\u0301\u0301\u0301\u0301\u0301b', STACKED_MARKS",
        "'e\u0301', NOT_NORMALISED",
    })
    void titlesThatDeceiveAreRefused(String title, Kind kind) {
        assertThat(problems(with("title", quoted(title)))).containsExactly("title " + kind.word());
        assertThat(problems(with("place", quoted(title)))).containsExactly("place " + kind.word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u0000b", "a\u001Bb", "a\u007Fb", "a\uD800b"})
    void linesHaveNoControlCharacters(String title) {
        assertThat(problems(with("title", quoted(title))))
                .containsExactly("title control-character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sekolah Ibu – “Kartini” & anak-anak’s",
                "👨‍👩‍👧 Keluarga ❤️ 👩🏽‍🚀",
                "Masjid بِسْمِ ٱللَّٰهِ",
                "Trợ giúp trẻ em",
                "สร้างโรงเรียน",
                "日本語タイトル",
                "Помощь детям"
            })
    void titlesOfAllLanguagesAreWelcome(String title) {
        assertThat(problems(with("title", quoted(title)))).isEmpty();
    }

    @Test
    void storiesHaveLinesAndJoinersButNoDirectionTricks() {
        assertThat(problems(with("story", quoted("a\r\n\tb\u200Dc")))).isEmpty();
        assertThat(problems(with("story", quoted("a\u202Eb"))))
                .containsExactly("story bidi-control");
        assertThat(problems(with("story", quoted("a\u0007b"))))
                .containsExactly("story control-character");
    }

    @ParameterizedTest
    @CsvSource({
        "'Pаlestine Red Crescent', true", // Cyrillic а
        "'Help аррӏе', true", // all Cyrillic, reads as Latin
        "'Help Україна', false",
        "'Помощь детям', false",
        "'Sumur untuk Desa', false",
        "'日本 help', false",
        "'Masjid بسم', false"
    })
    void lettersThatPoseAsOthersAreFlagged(String title, boolean isFlagged) {
        assertThat(LookAlikes.in(title)).isEqualTo(isFlagged);
    }
}
