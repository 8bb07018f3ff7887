package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.support.SampleLedger;

/** What holds for every page whatever it shows. */
@QuarkusTest
class SafetyTest extends SampleTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " object-src 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'";
    private static final Pattern INLINE =
            Pattern.compile("\\s(style|on[a-z]+)\\s*=|<style|<script(?! type=\"\" src=\"\")");
    private static final Pattern LOADED =
            Pattern.compile("<(?:script|img|link|iframe|source)[^>]*\\s(?:src|href)=\"([^\"]*)\"");

    @Test
    void everyAnswerHasTheSecurityHeadersAndNoCookie() {
        for (var path : everyAnswer()) {
            var answer = get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isNotNull();
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
            assertThat(answer.header("Set-Cookie")).as(path).isNull();
            if (path.endsWith("/embed")) {
                assertThat(answer.header("Content-Security-Policy"))
                        .contains("frame-ancestors *")
                        .contains("script-src 'none'");
            } else if (!path.startsWith("/pictures/")) {
                assertThat(answer.header("Content-Security-Policy")).as(path).isEqualTo(POLICY);
                assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            }
        }
    }

    @Test
    void noPageHasInlineScriptOrStyleWhateverCampaignersWrite() {
        for (var path : everyPage()) {
            var page = get(path).asString();
            var tags = page.replaceAll("(?s)>[^<]*<", "><").replaceAll("\"[^\"]*\"", "\"\"");
            assertThat(INLINE.matcher(tags).results().map(r -> r.group()).toList())
                    .as(path)
                    .isEmpty();
            assertThat(page).as(path).doesNotContain("=\"javascript:", "=\"data:text");
        }
    }

    @Test
    void noPageLoadsAnythingFromElsewhere() {
        for (var path : everyPage()) {
            LOADED.matcher(get(path).asString())
                    .results()
                    .map(found -> found.group(1))
                    .filter(url -> !url.startsWith("/") || url.startsWith("//"))
                    .filter(url -> !url.startsWith("https://urunan.example/"))
                    .forEach(url -> assertThat(url).as(path).isNull());
        }
    }

    @Test
    void everyPageIsWellFormedWithHostileTextInIt() {
        for (var path : everyPage()) {
            assertThat(HtmlCheck.problemsOf(get(path).asString())).as(path).isEmpty();
        }
    }

    @Test
    void noMarkupOfACampaignerReachesAPage() {
        for (var path : everyPage()) {
            assertThat(get(path).asString())
                    .as(path)
                    .doesNotContain("<script>alert", "onerror=alert(2)>", "<b>nowhere", "<i>label");
        }
    }

    @Test
    void errorsArePagesForPeopleAndProblemsForPrograms() {
        for (var path : List.of("/nowhere", "/campaigns/0x12/1", "/ledger?way=gift", "/tx/0x12")) {
            var page = get(path);
            assertThat(page.statusCode()).as(path).isBetween(400, 404);
            assertThat(page.contentType()).as(path).startsWith("text/html");
            assertThat(page.asString()).as(path).doesNotContain("Exception", "at org.", "0.1.0");
        }
        for (var path :
                List.of(
                        "/api/v1/nowhere",
                        "/api/v1/ledger?limit=501",
                        "/api/v1/ledger?donnor=0x12",
                        "/api/v1/campaigns/0x12/1",
                        "/api/v1/digest/99999999999")) {
            var problem = given().get(path);
            assertThat(problem.contentType()).as(path).startsWith("application/problem+json");
            assertThat(problem.jsonPath().getInt("status"))
                    .as(path)
                    .isEqualTo(problem.statusCode());
            assertThat(problem.jsonPath().getString("detail")).as(path).isNotBlank();
        }
    }

    @Test
    void hostilePathsComeBackAsTextAlone() {
        for (var path :
                List.of(
                        "/%3Cscript%3Ealert(1)%3C/script%3E",
                        "/ledger?way=%3Cscript%3Ealert(1)%3C/script%3E",
                        "/campaigns?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                        "//evil.example/%22onmouseover=alert(1)")) {
            var page = given().urlEncodingEnabled(false).header("Accept", "text/html").get(path);
            assertThat(page.asString())
                    .as(path)
                    .doesNotContain("<script>alert", "\"onmouseover", "href=\"//evil");
        }
    }

    @Test
    void writingFromAnotherSiteIsRefused() {
        for (var header :
                List.of(
                        List.of("Origin", "https://evil.example"),
                        List.of("Sec-Fetch-Site", "cross-site"),
                        List.of("Sec-Fetch-Site", "same-site"))) {
            given().header(header.get(0), header.get(1))
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/content")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void readingPagesCannotBePostedTo() {
        given().post("/ledger").then().statusCode(405);
    }

    @Test
    void assetsMayBeKeptForEverAndErrorsNever() {
        var styles =
                get("/about").htmlPath().getString("**.find { it.@rel == 'stylesheet' }.@href");
        assertThat(get(styles).header("Cache-Control")).contains("immutable");
        assertThat(get("/styles/other.css").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void pageThatDidNotChangeIsNotSentAgain() {
        var first = get("/campaigns/" + SampleLedger.BOOKS);
        given().header("Accept-Language", "en")
                .header("If-None-Match", first.header("ETag"))
                .get("/campaigns/" + SampleLedger.BOOKS)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @EnumSource
    void pageIsTheSameZippedAndPlain(HttpClient.Version version) throws Exception {
        var page = "/campaigns/" + SampleLedger.BOOKS;
        var zipped = getEncoded(version, page, "br, gzip;q=0.5");
        var plain = getEncoded(version, page, "gzip;q=0, identity");
        assertThat(plain.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(zipped.headers().firstValue("ETag"))
                .isEqualTo(plain.headers().firstValue("ETag"));
    }

    /** RestAssured would add encodings of its own. */
    private static HttpResponse<byte[]> getEncoded(
            HttpClient.Version version, String path, String encodings) throws Exception {
        try (var client = HttpClient.newBuilder().version(version).build()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + path))
                            .header("Accept-Encoding", encodings)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private List<String> everyAnswer() {
        var all = new ArrayList<>(everyPage());
        var books = "/campaigns/" + SampleLedger.BOOKS;
        all.addAll(
                List.of(
                        "/nowhere",
                        "/campaigns/0x12/1",
                        "/ledger.csv",
                        "/ledger.json",
                        "/ledger.atom",
                        books + "/ledger.csv",
                        books + "/feed.atom",
                        books + "/qr.svg",
                        books + "/card.png",
                        "/icons/urunan.svg",
                        "/api/v1/status",
                        "/api/v1/ledger",
                        "/api/v1/nowhere",
                        "/q/openapi",
                        "/q/health",
                        "/q/metrics"));
        return all;
    }
}
