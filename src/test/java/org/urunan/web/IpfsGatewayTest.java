package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.Quarantine;

@QuarkusTest
class IpfsGatewayTest {

    private static final String RAW = "application/vnd.ipld.raw";
    private static final byte[] BYTES =
            "<script>alert('kept')</script>".getBytes(StandardCharsets.UTF_8);
    private static final String CID = Cid.of(BYTES).toString();
    private static final String ABSENT = Cid.of(new byte[] {9, 9, 9}).toString();

    @Inject Quarantine quarantine;
    @Inject ContentStore contents;

    @ConfigProperty(name = "urunan.data-dir")
    String dataDir;

    @BeforeEach
    void keepsContent() {
        contents.keep(quarantine.add(BYTES));
    }

    @Test
    void servesARawBlockWithTheHeadersOfTheSpecification() {
        var answer = given().get("/ipfs/{cid}?format=raw", CID).then().statusCode(200);
        hasBlockHeaders(answer);
        var body = answer.extract().asByteArray();
        org.assertj.core.api.Assertions.assertThat(body).isEqualTo(BYTES);
    }

    @Test
    void servesARawBlockByAccept() {
        given().accept(RAW).get("/ipfs/{cid}", CID).then().statusCode(200).contentType(RAW);
        given().accept("application/vnd.ipld.car, " + RAW + ";q=0.5")
                .get("/ipfs/{cid}", CID)
                .then()
                .statusCode(200)
                .contentType(RAW);
    }

    @Test
    void formatWinsOverAccept() {
        given().accept("text/html").get("/ipfs/{cid}?format=raw", CID).then().statusCode(200);
        given().accept(RAW).get("/ipfs/{cid}?format=car", CID).then().statusCode(406);
    }

    @Test
    void headHasTheSameHeadersAndNoBody() {
        var answer = given().head("/ipfs/{cid}?format=raw", CID).then().statusCode(200);
        hasBlockHeaders(answer);
        answer.body(is(""));
        given().head("/ipfs/{cid}?format=raw", ABSENT).then().statusCode(404);
    }

    @Test
    void optionsSaysWhoMayAsk() {
        given().options("/ipfs/{cid}", CID)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    }

    @Test
    void knownBlocksAreNotSentAgain() {
        for (var tag : new String[] {"\"%s.raw\"", "W/\"%s.raw\"", "\"other\", \"%s.raw\""}) {
            given().header("If-None-Match", tag.formatted(CID))
                    .get("/ipfs/{cid}?format=raw", CID)
                    .then()
                    .statusCode(304)
                    .header("Etag", "\"" + CID + ".raw\"")
                    .body(is(""));
        }
        given().header("If-None-Match", "\"other.raw\"")
                .get("/ipfs/{cid}?format=raw", CID)
                .then()
                .statusCode(200);
    }

    @Test
    void aRequestWithoutFormatIsMalformed() {
        given().get("/ipfs/{cid}", CID).then().statusCode(400).body(containsString("?format=raw"));
        given().accept("text/html").get("/ipfs/{cid}", CID).then().statusCode(400);
    }

    @Test
    void everyOtherSpellingOfACidIsMalformed() {
        var others =
                new String[] {
                    "x",
                    "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWJ8yqs",
                    CID.toUpperCase(java.util.Locale.ROOT),
                    CID.substring(0, 58),
                    "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi"
                };
        for (var other : others) {
            given().get("/ipfs/{cid}?format=raw", other).then().statusCode(400);
        }
    }

    @Test
    void otherFormatsAreNotAcceptable() {
        for (var format : new String[] {"car", "ipns-record", "dag-json", "tar", ""}) {
            given().get("/ipfs/{cid}?format=" + format, CID).then().statusCode(406);
        }
        given().accept("application/vnd.ipld.car").get("/ipfs/{cid}", CID).then().statusCode(406);
    }

    @Test
    void absentContentIsNotFoundAndNotRemembered() {
        given().get("/ipfs/{cid}?format=raw", ABSENT)
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .header("Etag", nullValue())
                .contentType("text/plain");
        given().header("Cache-Control", "only-if-cached")
                .get("/ipfs/{cid}?format=raw", ABSENT)
                .then()
                .statusCode(412);
        given().header("Cache-Control", "only-if-cached")
                .get("/ipfs/{cid}?format=raw", CID)
                .then()
                .statusCode(200);
    }

    @Test
    void quarantineIsNotServed() {
        var cid = quarantine.add("not announced".getBytes(StandardCharsets.UTF_8));
        given().get("/ipfs/{cid}?format=raw", cid.toString()).then().statusCode(404);
    }

    @Test
    void whatTheOperatorRefusesIsNotServed() throws IOException, InterruptedException {
        var file = Path.of(dataDir, "refused.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "# by order\n451 " + CID + " a court\n410 " + ABSENT + "\n999 nonsense\n");
        try {
            Thread.sleep(2_100);
            given().get("/ipfs/{cid}?format=raw", CID)
                    .then()
                    .statusCode(451)
                    .header("Cache-Control", "no-store");
            given().header("If-None-Match", "*")
                    .get("/ipfs/{cid}?format=raw", CID)
                    .then()
                    .statusCode(451);
            given().get("/ipfs/{cid}?format=raw", ABSENT).then().statusCode(410);
            given().get("/pictures/{cid}", CID).then().statusCode(451);
        } finally {
            Files.delete(file);
            Thread.sleep(2_100);
        }
        given().get("/ipfs/{cid}?format=raw", CID).then().statusCode(200);
    }

    @Test
    void picturesForPagesHaveTheTypeOfTheirBytes() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", file);
        var cid = quarantine.add(file.toByteArray());
        given().get("/pictures/{cid}", cid.toString()).then().statusCode(404);
        contents.keep(cid);
        given().get("/pictures/{cid}", cid.toString())
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", containsString("immutable"));
        // Kept, and no picture: a page of script stays out of reach.
        given().get("/pictures/{cid}", CID).then().statusCode(404);
        given().get("/pictures/nonsense").then().statusCode(404);
    }

    @Test
    void answersTheProbe() {
        given().get("/ipfs/bafkqaaa?format=raw")
                .then()
                .statusCode(200)
                .header("Content-Length", "0")
                .contentType(RAW)
                .body(is(""));
        given().head("/ipfs/bafkqaaa?format=raw").then().statusCode(200);
    }

    private static void hasBlockHeaders(ValidatableResponse answer) {
        answer.header("Content-Type", RAW)
                .header("Content-Length", Integer.toString(BYTES.length))
                .header("Content-Disposition", "attachment; filename=\"" + CID + ".bin\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Etag", "\"" + CID + ".raw\"")
                .header("Cache-Control", "public, max-age=29030400, immutable")
                .header("X-Ipfs-Path", "/ipfs/" + CID)
                .header("X-Ipfs-Roots", equalTo(CID))
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
