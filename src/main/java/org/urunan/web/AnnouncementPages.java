package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.Manifest;
import org.urunan.campaign.Reading;
import org.urunan.campaign.Story;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.ledger.LedgerReads;
import org.urunan.money.CampaignId;
import org.urunan.money.TokenList;

/**
 * The forms through which beneficiaries announce, revise and close. They write nothing: the text is
 * uploaded, and what counts is said by the beneficiary's wallet on the chain.
 */
@Path("/campaigns")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AnnouncementPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance start(Page page, AnnouncementForm form);

        static native TemplateInstance revise(
                Page page, AnnouncementForm form, String path, String closePath);

        static native TemplateInstance close(Page page, CampaignId id, String path);

        static native TemplateInstance preview(String story);
    }

    /**
     * @param next the lowest number above all that the beneficiary has announced up to {@code asOf}
     */
    public record FreeNumber(String next, Block asOf) {

        public record Block(long number, String hash) {}
    }

    private final Visit visit;
    private final Heads heads;
    private final LedgerReads reads;
    private final ContentStore contents;
    private final TokenList tokens;

    AnnouncementPages(
            Visit visit, Heads heads, LedgerReads reads, ContentStore contents, TokenList tokens) {
        this.visit = visit;
        this.heads = heads;
        this.reads = reads;
        this.contents = contents;
        this.tokens = tokens;
    }

    @GET
    @Path("/new")
    public TemplateInstance start() {
        var page = page();
        return in(page, Templates.start(page, AnnouncementForm.empty(null, page.language())));
    }

    @GET
    @Path("/{beneficiary}/{number}/revise")
    public TemplateInstance revise(String beneficiary, String number) {
        var page = page();
        var campaign = announced(beneficiary, number);
        var form =
                manifestOf(campaign)
                        .map(manifest -> AnnouncementForm.of(campaign.id(), manifest, tokens))
                        .orElseGet(() -> AnnouncementForm.empty(campaign.id(), page.language()));
        var path = pathOf(campaign.id());
        return in(page, Templates.revise(page, form, path, path + "/close"));
    }

    @GET
    @Path("/{beneficiary}/{number}/close")
    public TemplateInstance close(String beneficiary, String number) {
        var page = page();
        var id = announced(beneficiary, number).id();
        return in(page, Templates.close(page, id, pathOf(id)));
    }

    /** The story as the campaign's page would show it. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.TEXT_PLAIN)
    public TemplateInstance preview(String story) {
        return Templates.preview(Story.render(story)).setLocale(visit.language().locale());
    }

    @GET
    @Path("/number")
    @Produces(MediaType.APPLICATION_JSON)
    public FreeNumber number(@QueryParam("beneficiary") String beneficiary) {
        var address = Parameters.addressOf("beneficiary", beneficiary == null ? "" : beneficiary);
        return reads.read(
                view ->
                        new FreeNumber(
                                view.campaigns().freeNumberOf(address).toString(),
                                new FreeNumber.Block(
                                        view.asOf().number(), view.asOf().hash().toString())));
    }

    private Page page() {
        return visit.page(heads.last());
    }

    private static TemplateInstance in(Page page, TemplateInstance template) {
        return template.setLocale(page.language().locale());
    }

    private static String pathOf(CampaignId id) {
        return "/campaigns/" + id;
    }

    private Campaign announced(String beneficiary, String number) {
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        return reads.read(
                view ->
                        view.campaigns()
                                .find(id)
                                .orElseThrow(() -> unknown(id, view.asOf().number())));
    }

    private static Refused unknown(CampaignId id, long block) {
        return new Refused(404, say -> say.unknownCampaign(id.toString(), Show.number(block)));
    }

    private Optional<Manifest> manifestOf(Campaign campaign) {
        return contents.get(new Cid(campaign.contentHash()))
                .flatMap(
                        bytes ->
                                Manifest.read(bytes) instanceof Reading.Accepted accepted
                                        ? Optional.of(accepted.manifest())
                                        : Optional.empty());
    }
}
