package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerView;

/**
 * The API, version 1. Every answer belongs to one block, {@code asOf}; an unknown or wrong
 * parameter is refused.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApiPages {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_CAMPAIGNS = 100;

    /**
     * @param next goes into {@code after} for the page behind this one; null on the last page
     */
    public record Entries(ApiBlock asOf, List<ApiEntry> entries, @Nullable String next) {}

    public record Campaigns(ApiBlock asOf, List<ApiCampaign> campaigns, @Nullable String next) {}

    public record OneCampaign(ApiBlock asOf, ApiCampaign campaign) {}

    public record Digest(ApiBlock asOf, long block, String value) {}

    private final LedgerReads reads;
    private final Showcase showcase;
    private final Visit visit;
    private final String version;

    ApiPages(
            LedgerReads reads,
            Showcase showcase,
            Visit visit,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.reads = reads;
        this.showcase = showcase;
        this.visit = visit;
        this.version = version;
    }

    @GET
    @Path("/status")
    @Operation(summary = "How far this node has read")
    public ApiStatus status() {
        visit.parameters().only();
        return reads.read(view -> ApiStatus.of(begun(view), version));
    }

    @GET
    @Path("/ledger")
    @Operation(summary = "Ledger entries, by keyset: pass next as after, with the same filters")
    @Parameter(name = "campaign", in = ParameterIn.QUERY, description = "{beneficiary}/{number}")
    @Parameter(name = "donor", in = ParameterIn.QUERY, description = "an address")
    @Parameter(name = "beneficiary", in = ParameterIn.QUERY, description = "an address")
    @Parameter(name = "token", in = ParameterIn.QUERY, description = "a listed token's address")
    @Parameter(
            name = "way",
            in = ParameterIn.QUERY,
            description = "contract, authorization, tagged or direct")
    @Parameter(name = "fromBlock", in = ParameterIn.QUERY, description = "inclusive")
    @Parameter(name = "toBlock", in = ParameterIn.QUERY, description = "inclusive")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "a day, UTC: 2026-12-31")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "a day, UTC, inclusive")
    @Parameter(name = "order", in = ParameterIn.QUERY, description = "desc (usual) or asc")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500, usually 50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    public Entries ledger() {
        var parameters =
                visit.parameters()
                        .only(
                                "campaign",
                                "donor",
                                "beneficiary",
                                "token",
                                "way",
                                "fromBlock",
                                "toBlock",
                                "from",
                                "to",
                                "order",
                                "limit",
                                "after");
        var query =
                FilterInUrl.query(
                        FilterInUrl.of(parameters),
                        parameters.isTrue("order", "asc", "desc", false),
                        parameters.text("after"),
                        parameters.limit(USUAL_LIMIT, MOST_ENTRIES));
        return reads.read(
                view -> {
                    var page = begun(view).page(query);
                    return new Entries(
                            ApiBlock.of(page.asOf()),
                            page.entries().stream().map(ApiEntry::of).toList(),
                            page.next());
                });
    }

    @GET
    @Path("/campaigns")
    @Operation(summary = "Campaigns, newest first")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "words of title, summary, place")
    @Parameter(name = "category", in = ParameterIn.QUERY)
    @Parameter(name = "open", in = ParameterIn.QUERY, description = "true or false")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    public Campaigns campaigns() {
        var parameters = visit.parameters().only("q", "category", "open", "limit", "after");
        var query =
                CampaignFilter.ofProgram(parameters)
                        .query(
                                parameters.text("after"),
                                parameters.limit(USUAL_LIMIT, MOST_CAMPAIGNS));
        return reads.read(
                view -> {
                    var found = showcase.find(begun(view), query);
                    return new Campaigns(
                            ApiBlock.of(view.asOf()),
                            found.campaigns().stream().map(ApiCampaign::of).toList(),
                            found.next());
                });
    }

    @GET
    @Path("/campaigns/{beneficiary}/{number}")
    @Operation(summary = "One campaign with its text and totals")
    public OneCampaign campaign(String beneficiary, String number) {
        visit.parameters().only();
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        return reads.read(
                view ->
                        new OneCampaign(
                                ApiBlock.of(view.asOf()),
                                ApiCampaign.of(
                                        showcase.of(
                                                view, CampaignPages.announced(begun(view), id)))));
    }

    @GET
    @Path("/digest/{block}")
    @Operation(summary = "The digest over all entries up to a final block")
    public Digest digest(String block) {
        visit.parameters().only();
        var number = Parameters.numberOf("block", block, 0, Long.MAX_VALUE);
        return reads.read(
                view ->
                        new Digest(
                                ApiBlock.of(begun(view).asOf()),
                                number,
                                view.digestAt(number)
                                        .orElseThrow(
                                                () ->
                                                        new Refused(
                                                                404,
                                                                say -> say.unknownDigest(block)))
                                        .toString()));
    }

    @GET
    @Path("/tx/{hash}")
    @Operation(
            summary = "What this node knows of a transaction, and why what did not count did not")
    public ApiTx tx(String hash) {
        visit.parameters().only();
        var tx = Parameters.hashOf(hash);
        return reads.read(view -> ApiTx.of(begun(view), tx));
    }

    /** Before the first block there is no block that an answer could belong to. */
    static LedgerView begun(LedgerView view) {
        if (view.asOf().hash().equals(org.urunan.money.Hash.ZERO)) {
            throw new Refused(503, ErrorMessages::notStarted);
        }
        return view;
    }
}
