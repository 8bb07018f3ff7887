package org.urunan.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerView;
import org.urunan.money.Hash;

/**
 * Makes pages out of one view of the ledger each. A page that was made for this very head is given
 * out again; browsers ask each time and are told when theirs is still right.
 */
@ApplicationScoped
class Answers {

    private static final String HTML = "text/html;charset=UTF-8";

    private static final Duration PRESENT = Duration.ofSeconds(2);

    /** The day changes, too. */
    private static final Duration LASTING = Duration.ofMinutes(1);

    private final LedgerReads reads;
    private final KeptPages kept;
    private final Visit visit;
    private final Request request;

    Answers(LedgerReads reads, KeptPages kept, Visit visit, Request request) {
        this.reads = reads;
        this.kept = kept;
        this.visit = visit;
        this.request = request;
    }

    /** An HTML page that also shows what comes from elsewhere than the ledger. */
    Response page(BiFunction<LedgerView, Page, TemplateInstance> template) {
        return page(PRESENT, template);
    }

    /** An HTML page of the ledger and of texts alone: nothing but a change of these changes it. */
    Response lastingPage(BiFunction<LedgerView, Page, TemplateInstance> template) {
        return page(LASTING, template);
    }

    private Response page(
            Duration longest, BiFunction<LedgerView, Page, TemplateInstance> template) {
        var page = kept.get(visit.key(), longest, () -> reads.read(view -> make(template, view)));
        // Weak, because it names what is shown, zipped or not.
        var tag = new EntityTag(page.tag(), true);
        var response = request.evaluatePreconditions(tag);
        if (response == null) {
            response = whole(page).tag(tag);
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding")
                .build();
    }

    private Response.ResponseBuilder whole(KeptPages.Kept page) {
        return visit.takesZipped()
                ? Response.ok(page.gzip(), HTML).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : Response.ok(page.plain(), HTML);
    }

    private KeptPages.Kept make(
            BiFunction<LedgerView, Page, TemplateInstance> template, LedgerView view) {
        var page = visit.page(shown(view));
        var bytes =
                template.apply(view, page)
                        .setLocale(page.language().locale())
                        .render()
                        .getBytes(StandardCharsets.UTF_8);
        return KeptPages.Kept.of(bytes);
    }

    private static org.urunan.ledger.@org.jspecify.annotations.Nullable LedgerStatus shown(
            LedgerView view) {
        return view.asOf().hash().equals(Hash.ZERO) ? null : view.status();
    }
}
