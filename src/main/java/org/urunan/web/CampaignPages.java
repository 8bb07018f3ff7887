package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.Statement;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerView;
import org.urunan.money.CampaignId;

/** The list of campaigns, and each campaign's page. */
@Path("/campaigns")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CampaignPages {

    private static final int CARDS = 12;
    private static final int NEWEST = 10;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Page page,
                CampaignFilter filter,
                List<CampaignShown> campaigns,
                @Nullable String next);

        static native TemplateInstance campaign(
                Page page,
                CampaignShown shown,
                @Nullable RawString story,
                List<EntryRow> rows,
                List<Statement> statements);

        static native TemplateInstance embed(Page page, CampaignShown shown);
    }

    private final Answers answers;
    private final Showcase showcase;
    private final Manifests manifests;
    private final EntryRows entryRows;
    private final Visit visit;

    CampaignPages(
            Answers answers,
            Showcase showcase,
            Manifests manifests,
            EntryRows entryRows,
            Visit visit) {
        this.entryRows = entryRows;
        this.answers = answers;
        this.showcase = showcase;
        this.manifests = manifests;
        this.visit = visit;
    }

    @GET
    public Response list() {
        var filter = CampaignFilter.of(visit.parameters());
        var query = filter.query(visit.parameters().text("after"), CARDS);
        return answers.lastingPage(
                (view, page) -> {
                    var found = showcase.find(view, query);
                    return Templates.list(page, filter, found.campaigns(), found.next());
                });
    }

    @GET
    @Path("/{beneficiary}/{number}")
    public Response campaign(String beneficiary, String number) {
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        return answers.lastingPage(
                (view, page) -> {
                    var campaign = announced(view, id);
                    var shown = showcase.of(view, campaign);
                    var story = manifests.of(campaign.contentHash()).story();
                    var newest = LedgerQuery.newest(NEWEST).ofCampaign(id);
                    return Templates.campaign(
                            page,
                            shown,
                            story,
                            entryRows.of(view, newest),
                            view.statements().of(id).reversed());
                });
    }

    /** A frame for other sites: title, progress, address; nothing that runs. */
    @GET
    @Path("/{beneficiary}/{number}/embed")
    public Response embed(String beneficiary, String number) {
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        return answers.lastingPage(
                (view, page) -> Templates.embed(page, showcase.of(view, announced(view, id))));
    }

    static Campaign announced(LedgerView view, CampaignId id) {
        return view.campaigns()
                .find(id)
                .orElseThrow(
                        () ->
                                new Refused(
                                        404,
                                        say ->
                                                say.unknownCampaign(
                                                        id.toString(),
                                                        Show.number(view.asOf().number()))));
    }
}
