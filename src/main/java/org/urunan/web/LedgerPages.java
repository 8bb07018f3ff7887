package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerReads;

/** The whole public ledger: to be read, and as files. */
@Path("/")
@RunOnVirtualThread
public class LedgerPages {

    private static final String NAME = "urunan-ledger";

    private final Answers answers;
    private final LedgerReads reads;
    private final LedgerOverview overview;
    private final LedgerExports exports;
    private final Visit visit;

    LedgerPages(
            Answers answers,
            LedgerReads reads,
            LedgerOverview overview,
            LedgerExports exports,
            Visit visit) {
        this.answers = answers;
        this.reads = reads;
        this.overview = overview;
        this.exports = exports;
        this.visit = visit;
    }

    @GET
    @Path("/ledger")
    public Response ledger() {
        var filter = FilterInUrl.of(visit.parameters());
        var after = visit.parameters().text("after");
        return answers.lastingPage(
                (view, page) -> overview.of(view, page, "/ledger", null, filter, after));
    }

    @GET
    @Path("/ledger.csv")
    public Response csv() {
        return exports.csv(filter(), NAME);
    }

    @GET
    @Path("/ledger.json")
    public Response json() {
        return exports.json(filter(), NAME);
    }

    @GET
    @Path("/ledger.atom")
    public Response atom() {
        var filter = filter();
        var title = visit.messages(LedgerMessages.class).feedTitle();
        return reads.read(view -> exports.atom(view, filter, title, "/ledger"));
    }

    private LedgerFilter filter() {
        return FilterInUrl.of(visit.parameters().only(FilterInUrl.NAMES));
    }
}
