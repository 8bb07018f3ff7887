package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.urunan.campaign.Statement;
import org.urunan.ledger.LedgerView;
import org.urunan.ledger.OutgoingTransfer;
import org.urunan.ledger.Rejection;
import org.urunan.money.Hash;

/** “Where is my donation?”: what this node knows of a transaction, without JavaScript too. */
@Path("/tx")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TxPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(Page page);

        static native TemplateInstance tx(
                Page page,
                Hash hash,
                TxState state,
                List<EntryRow> rows,
                List<Rejection> rejections,
                List<Statement> statements,
                List<OutgoingTransfer> outgoing);
    }

    private final Answers answers;
    private final ChainQuestions chain;
    private final EntryRows entryRows;
    private final Visit visit;

    TxPages(Answers answers, ChainQuestions chain, EntryRows entryRows, Visit visit) {
        this.answers = answers;
        this.entryRows = entryRows;
        this.chain = chain;
        this.visit = visit;
    }

    @GET
    public Response ask() {
        var hash = visit.parameters().text("hash");
        if (hash == null) {
            return answers.page((view, page) -> Templates.ask(page));
        }
        var page = visit.page(null);
        return Response.seeOther(URI.create(page.to("/tx/" + Parameters.hashOf(hash)))).build();
    }

    @GET
    @Path("/{hash}")
    public Response tx(String hash) {
        var tx = Parameters.hashOf(hash);
        return answers.page((view, page) -> tx(view, page, tx));
    }

    private TemplateInstance tx(LedgerView view, Page page, Hash tx) {
        var rows = entryRows.of(view, view.entriesIn(tx));
        var rejections = view.rejectedIn(tx);
        var statements = view.statements().in(tx);
        var outgoing = view.outgoingIn(tx);
        var state = TxState.of(rows, rejections, statements, () -> chain.stateOf(tx, view::isRead));
        return Templates.tx(page, tx, state, rows, rejections, statements, outgoing);
    }
}
