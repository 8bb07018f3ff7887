package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.urunan.content.Cid;
import org.urunan.money.Hash;
import org.urunan.support.SampleLedger;

/** What the operator does not show is on no page, no list, no feed; the chain's rows are on all. */
@QuarkusTest
class RefusalTest extends SampleTest {

    private static final String TITLE = "Buku untuk sekolah di Sumba";

    /** Words of the text find it, as long as it may be shown. */
    private static final List<String> FINDING =
            List.of(
                    "/campaigns?q=sumba",
                    "/campaigns?category=education",
                    "/api/v1/campaigns?q=buku");

    /** Pages are kept for two seconds, and the list is read every two. */
    private static final int UNTIL_IT_COUNTS = 4_200;

    @ConfigProperty(name = "urunan.data-dir")
    String dataDir;

    @Test
    void refusedTextIsOnNoPageListOrFeedAndItsDonationsAreOnAll()
            throws IOException, InterruptedException {
        var pages =
                List.of(
                        "/",
                        "/campaigns",
                        "/campaigns/" + SampleLedger.BOOKS,
                        "/campaigns/" + SampleLedger.BOOKS + "/ledger",
                        "/campaigns/" + SampleLedger.BOOKS + "/embed",
                        "/ledger?campaign=" + SampleLedger.BOOKS,
                        "/ledger.atom?campaign=" + SampleLedger.BOOKS,
                        "/tx/" + sample.firstGift(),
                        "/beneficiaries/" + SampleLedger.SCHOOL,
                        "/donors/" + SampleLedger.DONOR,
                        "/api/v1/campaigns",
                        "/api/v1/campaigns/" + SampleLedger.BOOKS);
        var hash =
                getData("/api/v1/campaigns/" + SampleLedger.BOOKS)
                        .jsonPath()
                        .getString("campaign.contentHash");
        var file = Path.of(dataDir, "refused.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "451 " + new Cid(Hash.parse(hash)) + "\n");
        try {
            Thread.sleep(UNTIL_IT_COUNTS);
            for (var page : pages) {
                assertThat(get(page).asString()).as(page).doesNotContain(TITLE);
            }
            for (var found : FINDING) {
                assertThat(get(found).asString())
                        .as(found)
                        .doesNotContain(SampleLedger.BOOKS.toString());
            }
            get("/donors/" + SampleLedger.DONOR)
                    .then()
                    .body(containsString("/campaigns/" + SampleLedger.BOOKS));
        } finally {
            Files.delete(file);
            Thread.sleep(UNTIL_IT_COUNTS);
        }
        for (var found : FINDING) {
            get(found).then().body(containsString(TITLE));
        }
        get("/campaigns").then().body(containsString(TITLE));
        get("/donors/" + SampleLedger.DONOR).then().body(containsString(TITLE));
    }
}
