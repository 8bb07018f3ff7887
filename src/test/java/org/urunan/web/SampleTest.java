package org.urunan.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.urunan.database.Database;
import org.urunan.money.TokenList;
import org.urunan.support.SampleLedger;

/** Tests of pages that show the sample ledger. */
abstract class SampleTest {

    @Inject Database database;
    @Inject TokenList tokens;
    @Inject Heads heads;

    SampleLedger sample;

    @BeforeEach
    void fill() {
        sample = SampleLedger.in(database, tokens);
        heads.look();
    }

    /** A page of each kind, of every state, in both languages where it has words. */
    List<String> everyPage() {
        return List.of(
                "/",
                "/?lang=id",
                "/campaigns",
                "/campaigns?q=nothing+fits",
                "/campaigns?category=education&state=open&lang=id",
                "/campaigns/new",
                "/campaigns/" + SampleLedger.BOOKS,
                "/campaigns/" + SampleLedger.BOOKS + "?lang=id",
                "/campaigns/" + SampleLedger.NASTY,
                "/campaigns/" + SampleLedger.CLOSED,
                "/campaigns/" + SampleLedger.MOVED,
                "/campaigns/" + SampleLedger.WITHOUT_TEXT,
                "/campaigns/" + SampleLedger.NASTY + "/ledger",
                "/campaigns/" + SampleLedger.NASTY + "/embed",
                "/campaigns/" + SampleLedger.BOOKS + "/revise",
                "/ledger",
                "/ledger?lang=id",
                "/ledger?way=tagged&from=2023-11-01&to=2023-12-31&token=" + SampleLedger.USDC,
                "/ledger?donor=" + SampleLedger.HOSTILE,
                "/tx",
                "/tx/" + sample.firstGift(),
                "/tx/" + sample.newestGift(),
                "/tx/" + sample.fakeGift() + "?lang=id",
                "/tx/" + sample.announcement(),
                "/tx/0x" + "ab".repeat(32),
                "/beneficiaries/" + SampleLedger.SCHOOL,
                "/beneficiaries/" + SampleLedger.SCHOOL + "?lang=id&after=nzzzzzzz",
                "/beneficiaries/" + SampleLedger.WITHOUT_TEXT.beneficiary(),
                "/beneficiaries/" + SampleLedger.DONOR,
                "/donors/" + SampleLedger.DONOR,
                "/donors/" + SampleLedger.SCHOOL.checksummed(),
                "/status",
                "/status?lang=id",
                "/about",
                "/about/privacy");
    }

    Response get(String path) {
        return given().header("Accept-Language", "en").header("Accept", "text/html,*/*").get(path);
    }

    Response getData(String path) {
        return given().header("Accept", "application/json").get(path);
    }
}
