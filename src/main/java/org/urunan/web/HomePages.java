package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.urunan.campaign.CampaignQuery;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.Total;

/** The start page: what this is, who asks now, what was just given. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePages {

    private static final int CAMPAIGNS = 6;
    private static final int DONATIONS = 8;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(
                Page page, List<CampaignShown> campaigns, List<EntryRow> rows, List<Total> totals);
    }

    private final Answers answers;
    private final Showcase showcase;
    private final EntryRows entryRows;

    HomePages(Answers answers, Showcase showcase, EntryRows entryRows) {
        this.answers = answers;
        this.showcase = showcase;
        this.entryRows = entryRows;
    }

    @GET
    public Response home() {
        var open = new CampaignQuery(null, null, true, null, null, CAMPAIGNS);
        return answers.lastingPage(
                (view, page) ->
                        Templates.home(
                                page,
                                showcase.find(view, open).campaigns(),
                                entryRows.of(view, LedgerQuery.newest(DONATIONS)),
                                view.totalsOfEverything()));
    }
}
