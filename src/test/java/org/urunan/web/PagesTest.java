package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.urunan.database.Database;
import org.urunan.money.TokenList;
import org.urunan.support.SampleLedger;

@QuarkusTest
class PagesTest {

    @Inject Database database;
    @Inject TokenList tokens;
    @Inject Heads heads;

    private SampleLedger sample;

    @BeforeEach
    void fill() {
        sample = SampleLedger.in(database, tokens);
        heads.look();
    }

    @Test
    void startPageShowsCampaignsDonationsAndTotals() {
        page("/")
                .body(containsString("Buku untuk sekolah di Sumba"))
                .body(containsString("75\u202f000"))
                .body(containsString("1\u202f830.00006"));
    }

    @Test
    void campaignsAreFoundByWord() {
        page("/campaigns?q=waingapu")
                .body(containsString("Buku untuk sekolah di Sumba"))
                .body(not(containsString("A well in Lembata")));
    }

    @Test
    void campaignShowsTextGoalAndDonations() {
        page("/campaigns/" + SampleLedger.BOOKS)
                .body(containsString("<strong>buku yang sama</strong>"))
                .body(containsString("73 % of the goal"))
                .body(containsString(SampleLedger.SCHOOL.checksummed().substring(0, 6)));
    }

    @Test
    void campaignWithoutTextSaysSoAndCanBeGivenTo() {
        page("/campaigns/" + SampleLedger.WITHOUT_TEXT)
                .body(containsString("The text is not here yet."))
                .body(containsString("ethereum:"));
    }

    private io.restassured.response.ValidatableResponse page(String path) {
        return given().header("Accept-Language", "en")
                .get(path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}
