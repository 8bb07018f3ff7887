package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerView;
import org.urunan.money.CampaignId;

/**
 * The ledger as files: all entries of a filter, oldest first, from one view, streamed in constant
 * memory however many there are.
 */
@Path("/")
@RunOnVirtualThread
public class LedgerFiles {

    private static final int AT_ONCE = 8;
    private static final int BUFFER = 64 * 1024;

    private interface Form {
        void write(LedgerView view, LedgerFilter filter, Writer out) throws IOException;
    }

    private final LedgerReads reads;
    private final Visit visit;
    private final Semaphore open = new Semaphore(AT_ONCE);

    LedgerFiles(LedgerReads reads, Visit visit) {
        this.reads = reads;
        this.visit = visit;
    }

    @GET
    @Path("/ledger.csv")
    public Response csv() {
        return file(filter(), "urunan-ledger.csv", "text/csv;charset=UTF-8", LedgerCsv::write);
    }

    @GET
    @Path("/ledger.json")
    public Response json() {
        return file(filter(), "urunan-ledger.json", "application/json", LedgerJson::write);
    }

    @GET
    @Path("/campaigns/{beneficiary}/{number}/ledger.csv")
    public Response csvOfCampaign(String beneficiary, String number) {
        return file(
                ofCampaign(beneficiary, number),
                "urunan-campaign.csv",
                "text/csv;charset=UTF-8",
                LedgerCsv::write);
    }

    @GET
    @Path("/campaigns/{beneficiary}/{number}/ledger.json")
    public Response jsonOfCampaign(String beneficiary, String number) {
        return file(
                ofCampaign(beneficiary, number),
                "urunan-campaign.json",
                "application/json",
                LedgerJson::write);
    }

    private LedgerFilter filter() {
        return LedgerFilter.of(visit.parameters().only(LedgerFilter.NAMES));
    }

    private LedgerFilter ofCampaign(String beneficiary, String number) {
        CampaignId id = Parameters.campaignOf(beneficiary + "/" + number);
        var filter = filter().ofCampaign(id);
        reads.read(view -> CampaignPages.announced(view, id));
        return filter;
    }

    private Response file(LedgerFilter filter, String name, String type, Form form) {
        if (!open.tryAcquire()) {
            throw new Refused(503, say -> say.tooManyExports());
        }
        StreamingOutput body =
                out -> {
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

    private void stream(LedgerFilter filter, Form form, OutputStream out) throws IOException {
        var writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        reads.read(
                view -> {
                    try {
                        form.write(view, filter, writer);
                        return true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        writer.flush();
    }
}
