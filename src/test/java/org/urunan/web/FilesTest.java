package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.urunan.support.SampleLedger;

@QuarkusTest
class FilesTest extends SampleTest {

    private static final String BOOKS = "/campaigns/" + SampleLedger.BOOKS;

    @Test
    void csvTotalIsThePagesTotalAndTheApisTotal() {
        var sum =
                rows(BOOKS + "/ledger.csv").stream()
                        .filter(row -> row[9].equals("USDC") && row[14].equals("no"))
                        .map(row -> new BigInteger(row[11]))
                        .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(sum).isEqualTo(SampleLedger.BOOKS_USDC);
        assertThat(get(BOOKS).asString()).contains("<data value=\"" + sum + "\">");
        assertThat(getData("/api/v1" + BOOKS).asString()).contains("\"amount\":\"" + sum + "\"");
    }

    @Test
    void csvHasEveryEntryOldestFirst() {
        var rows = rows("/ledger.csv");
        assertThat(rows).hasSize(SampleLedger.ENTRIES);
        assertThat(rows.getFirst()[3]).isEqualTo(sample.firstGift().toString());
        assertThat(rows.getLast()[3]).isEqualTo(sample.newestGift().toString());
        assertThat(get("/ledger.csv").header("Content-Disposition")).startsWith("attachment");
    }

    /** No more files are written at once than that. */
    @Test
    void whoAsksForTheHeadersAloneTakesNoPlaceFromThoseWhoRead() {
        for (var i = 0; i < 20; i++) {
            assertThat(given().head("/ledger.csv").statusCode()).isEqualTo(200);
        }
        assertThat(get("/ledger.csv").statusCode()).isEqualTo(200);
    }

    @Test
    void daysFarAwayAreDays() {
        for (var day : List.of("+999999999-12-31", "-999999999-01-01")) {
            for (var name : List.of("from", "to")) {
                assertThat(given().queryParam(name, day).get("/ledger.csv").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void formulasAreTextInSpreadsheets() {
        assertThat(LedgerCsv.field("=1+1")).isEqualTo("'=1+1");
        assertThat(LedgerCsv.field("@SUM(A1,\"x\")")).isEqualTo("\"'@SUM(A1,\"\"x\"\")\"");
        assertThat(LedgerCsv.field("USDC")).isEqualTo("USDC");
        assertThat(get("/ledger.csv").asString().lines().skip(1))
                .allSatisfy(
                        line ->
                                assertThat(Arrays.stream(line.split(",", -1)))
                                        .noneMatch(field -> field.matches("[=+@-].*")));
    }

    @Test
    void jsonFileHasTheEntriesOfTheApi() {
        var file = getData("/ledger.json").jsonPath();
        var api = getData("/api/v1/ledger?order=asc&limit=500").jsonPath();
        assertThat(file.getList("entries")).isEqualTo(api.getList("entries"));
        assertThat(file.getString("asOf.hash")).isEqualTo(api.getString("asOf.hash"));
    }

    @Test
    void wrongFilterOfAFileIsRefused() {
        assertThat(get("/ledger.csv?donnor=0x12").statusCode()).isEqualTo(400);
    }

    @Test
    void feedsAreXmlWithHostileTitlesInThem() throws Exception {
        for (var path :
                List.of(
                        "/ledger.atom",
                        "/campaigns/" + SampleLedger.NASTY + "/feed.atom",
                        "/campaigns/" + SampleLedger.WITHOUT_TEXT + "/feed.atom")) {
            var feed = get(path);
            assertThat(feed.contentType()).startsWith("application/atom+xml");
            var document =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(
                                    new ByteArrayInputStream(
                                            feed.asString().getBytes(StandardCharsets.UTF_8)));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("feed");
        }
        assertThat(get("/campaigns/" + SampleLedger.NASTY + "/feed.atom").asString())
                .contains("=1+1 &lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void qrCodeIsTheChecksummedAddressOnThisChain() {
        assertThat(get(BOOKS + "/qr.svg").asString())
                .contains("ethereum:" + SampleLedger.SCHOOL.checksummed() + "@31337<");
        assertThat(get(BOOKS + "/qr.svg?value=1e18").statusCode()).isEqualTo(400);
    }

    @Test
    void cardIsAPictureOfTheSizeThatSitesExpect() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(get(BOOKS + "/card.png").asByteArray()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
    }

    /** What may be kept is not shown to somebody who reads another language. */
    @Test
    void filesWithWordsInThemAreKeptByLanguage() {
        for (var path : List.of("/ledger.atom", BOOKS + "/feed.atom", BOOKS + "/card.png")) {
            assertThat(get(path).header("Cache-Control")).contains("max-age");
            assertThat(String.join(", ", get(path).headers().getValues("Vary")))
                    .contains("Accept-Language");
        }
    }

    @Test
    void frameForOtherSitesHasNoScript() {
        assertThat(get(BOOKS + "/embed").asString())
                .contains("Buku untuk sekolah di Sumba")
                .doesNotContain("<script");
    }

    private List<String[]> rows(String path) {
        return get(path).asString().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
