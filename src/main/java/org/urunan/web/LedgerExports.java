package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerView;

/**
 * The ledger as files: all entries of a filter, oldest first, from one view, streamed in constant
 * memory however many there are; and its newest entries as a feed.
 */
@ApplicationScoped
class LedgerExports {

    private static final int AT_ONCE = 8;
    private static final int FEED_ENTRIES = 50;

    private interface Form {
        void write(LedgerView view, LedgerFilter filter, OutputStream out) throws IOException;
    }

    private final LedgerReads reads;
    private final EntryRows entryRows;
    private final Visit visit;
    private final Semaphore open = new Semaphore(AT_ONCE);

    LedgerExports(LedgerReads reads, EntryRows entryRows, Visit visit) {
        this.reads = reads;
        this.entryRows = entryRows;
        this.visit = visit;
    }

    Response csv(LedgerFilter filter, String name) {
        return file(filter, name + ".csv", "text/csv;charset=UTF-8", LedgerCsv::write);
    }

    Response json(LedgerFilter filter, String name) {
        return file(filter, name + ".json", "application/json", LedgerJson::write);
    }

    /**
     * @param path of the page that shows the same
     */
    Response atom(LedgerView view, LedgerFilter filter, String title, String path) {
        var rows = entryRows.of(view, LedgerQuery.newest(FEED_ENTRIES).of(filter));
        var feed = new AtomFeed(visit.site(), visit.messages(LedgerMessages.class));
        return Response.ok(
                        feed.of(title, path, visit.path(), rows),
                        "application/atom+xml;charset=UTF-8")
                .header("Cache-Control", "public, max-age=30")
                .header("Vary", "Accept-Language")
                .build();
    }

    /** It takes its place once it is written: who asks for the headers alone takes none. */
    private Response file(LedgerFilter filter, String name, String type, Form form) {
        StreamingOutput body =
                out -> {
                    if (!open.tryAcquire()) {
                        throw new Refused(503, ErrorMessages::tooManyExports);
                    }
                    try {
                        stream(filter, form, out);
                    } finally {
                        open.release();
                    }
                };
        return Response.ok(body, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-cache")
                .build();
    }

    /** The database is read while the browser takes what was read before. */
    private void stream(LedgerFilter filter, Form form, OutputStream out) throws IOException {
        ExportPipe.run(
                into ->
                        reads.read(
                                view -> {
                                    try {
                                        form.write(view, filter, into);
                                        return true;
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                }),
                out);
    }
}
