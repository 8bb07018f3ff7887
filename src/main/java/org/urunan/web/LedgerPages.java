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
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerPage;
import org.urunan.ledger.LedgerView;
import org.urunan.ledger.Total;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** The public ledger, whole or of one campaign, to be read by people. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LedgerPages {

    private static final int ROWS = 25;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ledger(
                Page page,
                String path,
                @Nullable CampaignShown campaign,
                LedgerFilter filter,
                List<Token> tokens,
                List<Total> totals,
                DailyChart chart,
                List<EntryRow> rows,
                LedgerPage keys);
    }

    private final Answers answers;
    private final Showcase showcase;
    private final TokenList tokens;
    private final DailyCounts days;
    private final Visit visit;

    LedgerPages(
            Answers answers, Showcase showcase, TokenList tokens, DailyCounts days, Visit visit) {
        this.answers = answers;
        this.showcase = showcase;
        this.tokens = tokens;
        this.days = days;
        this.visit = visit;
    }

    @GET
    @Path("/ledger")
    public Response ledger() {
        var filter = LedgerFilter.of(visit.parameters());
        return answers.page((view, page) -> ledger(view, page, "/ledger", filter, null));
    }

    @GET
    @Path("/campaigns/{beneficiary}/{number}/ledger")
    public Response ofCampaign(String beneficiary, String number) {
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        var filter = LedgerFilter.of(visit.parameters()).ofCampaign(id);
        return answers.page(
                (view, page) -> {
                    var shown = showcase.of(view, CampaignPages.announced(view, id));
                    return ledger(view, page, shown.path() + "/ledger", filter, shown);
                });
    }

    private TemplateInstance ledger(
            LedgerView view,
            Page page,
            String path,
            LedgerFilter filter,
            @Nullable CampaignShown campaign) {
        var found = view.page(filter.query(false, visit.parameters().text("after"), ROWS));
        return Templates.ledger(
                page,
                path,
                campaign,
                filter,
                tokens.tokens(),
                totals(view, filter),
                days.chart(view, filter),
                EntryRow.of(view, found.entries()),
                found);
    }

    /** Of what the ledger keeps totals of: never a sum over its entries. */
    private static List<Total> totals(LedgerView view, LedgerFilter filter) {
        if (filter.campaign() != null) {
            return view.totalsOf(filter.campaign());
        }
        return filter.beneficiary() != null
                ? view.totalsOf(filter.beneficiary())
                : view.totalsOfEverything();
    }
}
