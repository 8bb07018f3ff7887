package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerReads;
import org.urunan.money.CampaignId;

/** One campaign's part of the ledger: to be read, and as files. */
@Path("/campaigns/{beneficiary}/{number}")
@RunOnVirtualThread
public class CampaignLedgerPages {

    private static final String NAME = "urunan-campaign";

    private final Answers answers;
    private final LedgerReads reads;
    private final Showcase showcase;
    private final LedgerOverview overview;
    private final LedgerExports exports;
    private final Visit visit;

    CampaignLedgerPages(
            Answers answers,
            LedgerReads reads,
            Showcase showcase,
            LedgerOverview overview,
            LedgerExports exports,
            Visit visit) {
        this.answers = answers;
        this.reads = reads;
        this.showcase = showcase;
        this.overview = overview;
        this.exports = exports;
        this.visit = visit;
    }

    @GET
    @Path("/ledger")
    public Response ledger(String beneficiary, String number) {
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        var filter = FilterInUrl.of(visit.parameters()).ofCampaign(id);
        var after = visit.parameters().text("after");
        return answers.lastingPage(
                (view, page) -> {
                    var shown = showcase.of(view, CampaignPages.announced(view, id));
                    return overview.of(view, page, shown.path() + "/ledger", shown, filter, after);
                });
    }

    @GET
    @Path("/ledger.csv")
    public Response csv(String beneficiary, String number) {
        return exports.csv(filter(beneficiary, number), NAME);
    }

    @GET
    @Path("/ledger.json")
    public Response json(String beneficiary, String number) {
        return exports.json(filter(beneficiary, number), NAME);
    }

    @GET
    @Path("/feed.atom")
    public Response atom(String beneficiary, String number) {
        var filter = filter(beneficiary, number);
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        return reads.read(
                view -> {
                    var shown = showcase.of(view, CampaignPages.announced(view, id));
                    return exports.atom(view, filter, feedTitle(shown), shown.path());
                });
    }

    private String feedTitle(CampaignShown shown) {
        var manifest = shown.manifest();
        return visit.messages(LedgerMessages.class)
                .feedCampaignTitle(manifest == null ? shown.id().toString() : manifest.title());
    }

    private LedgerFilter filter(String beneficiary, String number) {
        CampaignId id = Parameters.campaignOf(beneficiary + "/" + number);
        var filter = FilterInUrl.of(visit.parameters().only(FilterInUrl.NAMES)).ofCampaign(id);
        reads.read(view -> CampaignPages.announced(view, id));
        return filter;
    }
}
