package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.Picture;

@QuarkusTest
class ContentUploadTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject ContentStore contents;

    private static byte[] picture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2000, 20, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private static byte[] manifest(String pictures) {
        return """
        {"version":1,"language":"en","title":"Ünïcode – kept\\u002e","summary":"S","story":"T",
           "category":"arts","place":"","pictures":[%s],"links":[]}"""
                .formatted(pictures)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aManifestIsKeptByteForByteAndNamedByItsHash() {
        var bytes = manifest("");
        given().contentType("application/json")
                .body(bytes)
                .post("/api/v1/content")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("cid", equalTo(Cid.of(bytes).toString()))
                .body("digest", equalTo(Cid.of(bytes).hash().toString()));
        assertThat(contents.getHeld(Cid.of(bytes))).contains(bytes);
    }

    @Test
    void aPictureIsEncodedAnewAndMayBeNamedThen() throws IOException {
        var cid =
                given().contentType("image/png")
                        .body(picture())
                        .post("/api/v1/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("cid");
        assertThat(cid).isNotEqualTo(Cid.of(picture()).toString());
        assertThat(contents.isHeld(Cid.parse(cid))).isTrue();
        given().contentType("application/json; charset=utf-8")
                .body(manifest("\"" + cid + "\""))
                .post("/api/v1/content")
                .then()
                .statusCode(200);
    }

    @Test
    void everyProblemComesWithItsFieldAndASentence() {
        given().contentType("application/json")
                .body("{\"version\":1,\"title\":\"a\\u202eb\",\"links\":[{\"label\":\"x\"}]}")
                .post("/api/v1/content")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("status", equalTo(422))
                .body("detail", containsString("Each field says why"))
                .body(
                        "errors.field",
                        contains(
                                "language",
                                "title",
                                "summary",
                                "story",
                                "category",
                                "place",
                                "pictures",
                                "links[0].url"))
                .body("errors[1].problem", equalTo("bidi-control"))
                .body("errors[1].message", containsString("direction of writing"));
    }

    @Test
    void sentencesAreIndonesianForThoseWhoReadIt() {
        for (var language : new String[] {"id", "id-ID,en;q=0.5"}) {
            given().contentType("application/json")
                    .header("Accept-Language", language)
                    .body("{}")
                    .post("/api/v1/content")
                    .then()
                    .statusCode(422)
                    .body("errors[0].message", equalTo("Ini belum ada."));
        }
        given().contentType("application/json")
                .header("Accept-Language", "id")
                .body("{}")
                .post("/api/v1/content?lang=en")
                .then()
                .body("errors[0].message", equalTo("This is missing."));
    }

    @Test
    void aPictureThatIsNotHereIsAProblemOfItsField() {
        var absent = Cid.of(new byte[] {4, 2}).toString();
        given().contentType("application/json")
                .body(manifest("\"" + absent + "\""))
                .post("/api/v1/content")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("pictures[0]"))
                .body("errors[0].problem", equalTo("picture-not-here"));
    }

    @Test
    void whatIsNoPictureIsRefusedWithASentence() {
        given().contentType("image/svg+xml")
                .body("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/content")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("detail", containsString("not SVG"));
        given().contentType("image/webp")
                .body("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/content")
                .then()
                .statusCode(422)
                .body("detail", containsString("WebP"));
    }

    @Test
    void otherTypesAndLargeBodiesAreRefused() {
        given().contentType("text/plain").body("x").post("/api/v1/content").then().statusCode(415);
        given().contentType("application/json")
                .body(" ".repeat(65_537))
                .post("/api/v1/content")
                .then()
                .statusCode(413)
                .contentType(PROBLEM);
        given().contentType("image/jpeg")
                .body(new byte[Picture.MAX_UPLOAD + 1])
                .post("/api/v1/content")
                .then()
                .statusCode(413);
    }
}
