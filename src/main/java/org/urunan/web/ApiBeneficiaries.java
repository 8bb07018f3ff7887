package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerReads;

/** Where the money went, for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApiBeneficiaries {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_TRANSFERS = 500;

    /**
     * @param known whether it has announced any campaign
     * @param totals everything it received from others, as of {@code asOf}
     * @param reconciliation of every token that it moved, as far as it was compared
     */
    public record OneBeneficiary(
            ApiBlock asOf,
            String beneficiary,
            boolean known,
            List<ApiCampaign.ApiTotal> totals,
            List<ApiReconciliation> reconciliation) {}

    /**
     * @param next goes into {@code after} for the page behind this one; null on the last page
     */
    public record Outgoing(ApiBlock asOf, List<ApiOutgoing> transfers, @Nullable String next) {}

    private final LedgerReads reads;
    private final Visit visit;

    ApiBeneficiaries(LedgerReads reads, Visit visit) {
        this.reads = reads;
        this.visit = visit;
    }

    @GET
    @Path("/beneficiaries/{address}")
    @Operation(summary = "What a beneficiary received, sent and owns, token by token")
    public OneBeneficiary beneficiary(String address) {
        visit.parameters().only();
        var who = Parameters.addressOf("address", address);
        return reads.read(
                view ->
                        new OneBeneficiary(
                                ApiBlock.of(ApiPages.begun(view).asOf()),
                                who.toString(),
                                view.isKnown(who),
                                view.totalsOf(who).stream().map(ApiCampaign.ApiTotal::of).toList(),
                                view.reconciliationsOf(who).stream()
                                        .map(ApiReconciliation::of)
                                        .toList()));
    }

    @GET
    @Path("/outgoing")
    @Operation(summary = "What beneficiaries sent, newest first: pass next as after")
    @Parameter(name = "beneficiary", in = ParameterIn.QUERY, description = "an address")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500, usually 50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    public Outgoing outgoing() {
        var parameters = visit.parameters().only("beneficiary", "limit", "after");
        var query =
                Parameters.outgoing(
                        parameters.address("beneficiary"),
                        parameters.text("after"),
                        parameters.limit(USUAL_LIMIT, MOST_TRANSFERS));
        return reads.read(
                view -> {
                    var page = ApiPages.begun(view).outgoing(query);
                    return new Outgoing(
                            ApiBlock.of(view.asOf()),
                            page.transfers().stream().map(ApiOutgoing::of).toList(),
                            page.next());
                });
    }
}
