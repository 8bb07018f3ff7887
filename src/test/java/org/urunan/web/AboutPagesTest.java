package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AboutPagesTest {

    @Test
    void speaksTheLanguageThatTheBrowserWants() {
        given().header("Accept-Language", "id-ID,id;q=0.9,en;q=0.5")
                .get("/about")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"id\">"))
                .body(containsString("Jika kamu ingin memberi"));
    }

    @Test
    void speaksTheLanguageOfTheAddressWhateverTheBrowserWants() {
        given().header("Accept-Language", "id")
                .get("/about?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("If you want to give"));
    }
}
