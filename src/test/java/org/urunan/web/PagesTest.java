package org.urunan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.urunan.chain.ChainCheck;
import org.urunan.support.SampleLedger;

@QuarkusTest
class PagesTest extends SampleTest {

    private static final String BOOKS = "/campaigns/" + SampleLedger.BOOKS;

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
    void closedAndMovedCampaignsAreTheOnesThatAreNotOpen() {
        page("/campaigns?state=closed")
                .body(containsString("Vaccines for the valley"))
                .body(containsString("A well in Lembata"))
                .body(not(containsString("Buku untuk sekolah di Sumba")));
    }

    @Test
    void searchWithoutResultSaysSo() {
        page("/campaigns?q=zzz").body(containsString("No campaign fits this search."));
    }

    @Test
    void campaignShowsTextGoalAddressAndDonations() {
        page(BOOKS)
                .body(containsString("<strong>buku yang sama</strong>"))
                .body(containsString("73 % of the goal"))
                .body(containsString("href=\"ethereum:" + SampleLedger.SCHOOL.checksummed()))
                .body(containsString("/pictures/bafkrei"))
                .body(containsString("60.000001"));
    }

    @Test
    void campaignWithoutTextSaysSoAndCanBeGivenTo() {
        page("/campaigns/" + SampleLedger.WITHOUT_TEXT)
                .body(containsString("The text is not here yet."))
                .body(containsString("href=\"ethereum:"));
    }

    @Test
    void closedCampaignSaysSo() {
        page("/campaigns/" + SampleLedger.CLOSED)
                .body(containsString("The beneficiary has closed this campaign."))
                .body(containsString("after closing"));
    }

    @Test
    void movedCampaignNamesTheNewOneAndRedirectsNothing() {
        page("/campaigns/" + SampleLedger.MOVED)
                .body(containsString("Nothing is redirected"))
                .body(containsString("/campaigns/" + SampleLedger.ROOF));
    }

    @Test
    void unknownCampaignSaysUpToWhichBlockThisNodeHasRead() {
        get("/campaigns/" + SampleLedger.DONOR + "/1")
                .then()
                .statusCode(404)
                .body(containsString("has been announced up to block"));
    }

    @Test
    void ledgerIsReadBackAndForthByKeys() {
        var first = page("/ledger").extract().htmlPath();
        String older = first.getString("**.find { it.@rel == 'next' }.@href").replace("&amp;", "&");
        var second = page(older).extract();
        assertThat(second.asString()).doesNotContain("75\u202f000").contains("20.000001");
        String newer = second.htmlPath().getString("**.find { it.@rel == 'prev' }.@href");

        page(newer).body(containsString("75\u202f000"));
    }

    @Test
    void ledgerMarksWhatIsInNoTotalAndWhatIsForNoCampaign() {
        page("/ledger")
                .body(containsString("from the beneficiary itself, in no total"))
                .body(containsString("not for one campaign"))
                .body(containsString("3 confirmations"));
    }

    @Test
    void filterShowsOnlyWhatFits() {
        page("/ledger?way=tagged")
                .body(containsString("0.25"))
                .body(not(containsString("75\u202f000")));
        page("/ledger?donor=" + SampleLedger.HOSTILE)
                .body(containsString("No donation fits this filter."));
    }

    @Test
    void theChartShowsEachDaysDonationsOfWhatTheLedgerKeepsFiguresOf() {
        // Two a day for thirty days, a native one on the last of them.
        page(BOOKS + "/ledger").body(containsString(chart(61, 3)));
        page("/ledger?beneficiary=" + SampleLedger.SCHOOL).body(containsString(chart(63, 5)));
        page("/ledger").body(containsString(chart(SampleLedger.ENTRIES - 1, 8)));
        page("/ledger?campaign=" + SampleLedger.BOOKS + "&beneficiary=" + SampleLedger.SCHOOL)
                .body(containsString(chart(61, 3)));
        for (var other :
                new String[] {
                    "donor=" + SampleLedger.DONOR,
                    "way=tagged",
                    "from=2023-11-20",
                    "beneficiary=" + SampleLedger.DONOR,
                    "campaign=" + SampleLedger.BOOKS + "&beneficiary=" + SampleLedger.CLINIC
                }) {
            page("/ledger?" + other).body(not(containsString("Donations a day")));
        }
    }

    private static String chart(int donations, int most) {
        return "%d donations in the last 30 days; the most on one day were %d, on"
                .formatted(donations, most);
    }

    @Test
    void finalGiftSaysThatItStays() {
        page("/tx/" + sample.firstGift())
                .body(containsString("It is in the ledger."))
                .body(containsString("Its block is final"))
                .body(not(containsString("http-equiv=\"refresh\"")));
    }

    @Test
    void giftsPageNamesAmountAndBothAddressesInFull() {
        var text =
                page("/tx/" + sample.newestGift())
                        .extract()
                        .asString()
                        .replace("</span><span>", "");
        assertThat(text)
                .contains("75\u202f000")
                .contains(SampleLedger.SCHOOL.checksummed())
                .contains(SampleLedger.DONOR.checksummed());
    }

    @Test
    void giftThatIsNotFinalTellsItsConfirmationsAndLooksAgainWithoutScript() {
        page("/tx/" + sample.newestGift())
                .body(containsString("3 confirmations so far"))
                .body(
                        containsString(
                                "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>"));
    }

    @Test
    void aBeneficiarysPageSaysWhereTheMoneyWentAndWhatIsUnexplained() {
        var page = get("/beneficiaries/" + SampleLedger.SCHOOL);
        var html = page.asString();
        assertThat(html)
                .contains("Where the money went", "Outgoing transfers", "−3</data>", "not known")
                .doesNotContain("Nothing has been compared");
        assertThat(html.split(">not known<", -1)).as("of IDRX alone").hasSize(1 + 2);
        var tx = Pattern.compile("href=\"(/tx/0x[0-9a-f]{64})\">0x").matcher(html);
        assertThat(tx.find()).isTrue();
        assertThat(get(tx.group(1)).asString())
                .contains("Outgoing transfers", "/beneficiaries/" + SampleLedger.SCHOOL);
        var next = Pattern.compile("rel=\"next\" href=\"([^\"#]+)#outgoing\"").matcher(html);
        assertThat(next.find()).isTrue();
        var older = get(next.group(1)).asString();
        assertThat(older).contains("999", "rel=\"prev\"").doesNotContain("rel=\"next\"");
        var quiet = get("/beneficiaries/" + SampleLedger.WITHOUT_TEXT.beneficiary()).asString();
        assertThat(quiet)
                .contains("Nothing has been compared", "This address has sent nothing of a listed");
    }

    @Test
    void claimedGiftThatDidNotCountSaysWhy() {
        page("/tx/" + sample.fakeGift())
                .body(containsString("This did not count as a donation."))
                .body(containsString("The token is not on this node"));
    }

    @Test
    void unknownTransactionIsNotCalledMissing() {
        page("/tx/0x" + "ab".repeat(32)).body(containsString("This node does not know it."));
    }

    @Test
    void hashFromTheFormLeadsToItsPage() {
        io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .get("/tx?lang=id&hash=" + sample.firstGift())
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        org.hamcrest.Matchers.endsWith("/tx/" + sample.firstGift() + "?lang=id"));
    }

    @Test
    void addressPagesGuessNobody() {
        page("/beneficiaries/" + SampleLedger.SCHOOL)
                .body(containsString("Buku untuk sekolah di Sumba"))
                .body(containsString("Atap baru untuk kelas"));
        page("/donors/" + SampleLedger.DONOR).body(containsString("this node does not guess"));
        page("/beneficiaries/" + SampleLedger.DONOR)
                .body(containsString("has announced no campaign"));
    }

    @Test
    void statusShowsDigestAndTokens() {
        page("/status")
                .body(containsString(tokens.hash().toString()))
                .body(containsString("Two honest nodes show the same digest"));
    }

    @Test
    void statusShowsTheHashOfTheContractsCode() {
        page("/status").body(containsString(ChainCheck.expectedCodeHash().toString()));
    }

    @Test
    void statusShowsPeersWithoutAddressesOfTheOwnNetwork() {
        page("/status")
                .body(containsString("a peer in this node’s own network"))
                .body(not(containsString("127.0.0.1:1")));
        page("/status?lang=id").body(containsString("node lain di jaringan sendiri"));
    }

    @Test
    void everyPageSaysWhichBlockItBelongsTo() {
        var block = Show.number(heads.last().asOf().number());
        for (var path : everyPage()) {
            var words = path.contains("lang=id") ? "Per blok " : "As of block ";
            page(path).body(containsString(words + block));
        }
    }

    @Test
    void aNodeThatHearsNothingFromTheChainSaysSoOnEveryPage() {
        try {
            hear(Instant.now().minusSeconds(120));
            for (var path : everyPage()) {
                var words = path.contains("lang=id") ? "kabar dari rantai" : "heard nothing";
                page(path).body(containsString(words));
            }
            given().get("/q/health/ready").then().statusCode(503);
            hear(Instant.now());
            page("/").body(not(containsString("heard nothing")));
        } finally {
            hear(Instant.now());
        }
    }

    private void hear(Instant time) {
        database.write(
                transaction ->
                        transaction.change(
                                "update cursor set heard_at = ?", time.getEpochSecond()));
        heads.look();
    }

    /** Else an open page would keep what a reorg took away, and not show the first that comes. */
    @Test
    void partsThatMayComeAndGoHaveTheirPlaceWhileThereIsNothingInThem() {
        assertThat(get("/ledger?beneficiary=" + SampleLedger.DONOR).asString())
                .contains("id=\"totals\" data-live=\"ledger\"")
                .contains("id=\"days\" data-live=\"ledger\"")
                .doesNotContain("totals-title");
        assertThat(get("/beneficiaries/" + SampleLedger.DONOR).asString())
                .contains("id=\"campaigns\" data-live=\"campaigns ledger\"")
                .contains("id=\"totals\" data-live=\"ledger\"")
                .contains("id=\"newest\" data-live=\"block\"")
                .doesNotContain("newest-title");
    }

    /** What campaigns received changes with every gift. */
    @Test
    void cardsOfCampaignsOnAnOpenPageChangeWithTheLedger() {
        assertThat(get("/").asString()).contains("id=\"open\" data-live=\"campaigns ledger\"");
        assertThat(get("/campaigns").asString())
                .contains("id=\"found\" data-live=\"campaigns ledger\"");
    }

    @Test
    void amountsAreWrittenAlikeInBothLanguages() {
        for (var lang : new String[] {"en", "id"}) {
            page("/ledger?lang=" + lang)
                    .body(containsString(">75\u202f000</data>"))
                    .body(containsString(">60.000001</data>"));
        }
    }

    @Test
    void chosenLanguageIsKeptByLinks() {
        page(BOOKS + "?lang=id").body(containsString("/ledger?lang=id\""));
    }

    private ValidatableResponse page(String path) {
        return get(path).then().log().ifValidationFails().statusCode(200);
    }
}
