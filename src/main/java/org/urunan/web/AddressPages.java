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
import org.urunan.ledger.OutgoingPage;
import org.urunan.ledger.Reconciliation;
import org.urunan.ledger.Total;
import org.urunan.money.Address;

/** What the chain says of one address; who is behind it, it does not say. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AddressPages {

    private static final int CAMPAIGNS = 24;
    private static final int ROWS = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance beneficiary(
                Page page,
                Address address,
                boolean isKnown,
                List<CampaignShown> campaigns,
                List<Total> totals,
                List<Reconciliation> reconciliations,
                OutgoingPage outgoing,
                List<EntryRow> rows);

        static native TemplateInstance donor(Page page, Address address, List<EntryRow> rows);
    }

    private final Answers answers;
    private final Showcase showcase;
    private final EntryRows entryRows;
    private final Visit visit;

    AddressPages(Answers answers, Showcase showcase, EntryRows entryRows, Visit visit) {
        this.answers = answers;
        this.showcase = showcase;
        this.entryRows = entryRows;
        this.visit = visit;
    }

    @GET
    @Path("/beneficiaries/{address}")
    public Response beneficiary(String address) {
        var who = Parameters.addressOf("address", address);
        var outgoing = Parameters.outgoing(who, visit.parameters().text("after"), ROWS);
        var campaigns = new CampaignQuery(null, null, null, who, null, CAMPAIGNS);
        return answers.page(
                (view, page) ->
                        Templates.beneficiary(
                                page,
                                who,
                                view.isKnown(who),
                                showcase.find(view, campaigns).campaigns(),
                                view.totalsOf(who),
                                view.reconciliationsOf(who),
                                view.outgoing(outgoing),
                                entryRows.of(view, LedgerQuery.newest(ROWS).ofBeneficiary(who))));
    }

    @GET
    @Path("/donors/{address}")
    public Response donor(String address) {
        var who = Parameters.addressOf("address", address);
        return answers.page(
                (view, page) ->
                        Templates.donor(
                                page,
                                who,
                                entryRows.of(view, LedgerQuery.newest(ROWS).ofDonor(who))));
    }
}
