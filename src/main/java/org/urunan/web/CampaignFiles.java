package org.urunan.web;

import io.nayuki.qrcodegen.QrCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.urunan.ledger.LedgerReads;
import org.urunan.money.Amount;
import org.urunan.money.CampaignId;

/** Pictures made for a campaign: its QR code, and the card that links to it show elsewhere. */
@Path("/campaigns/{beneficiary}/{number}")
@RunOnVirtualThread
public class CampaignFiles {

    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final int QUIET_ZONE = 4;

    private final LedgerReads reads;
    private final Showcase showcase;
    private final Cards cards;
    private final Visit visit;

    CampaignFiles(LedgerReads reads, Showcase showcase, Cards cards, Visit visit) {
        this.reads = reads;
        this.showcase = showcase;
        this.cards = cards;
        this.visit = visit;
    }

    /** EIP-681: the beneficiary's address on this chain; {@code ?value=} asks for so much wei. */
    @GET
    @Path("/qr.svg")
    @Produces("image/svg+xml")
    public Response qr(String beneficiary, String number) {
        var id = Parameters.campaignOf(beneficiary + "/" + number);
        reads.read(view -> CampaignPages.announced(view, id));
        var text =
                "ethereum:%s@%d%s"
                        .formatted(id.beneficiary().checksummed(), visit.chainId(), value());
        return Response.ok(svg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM), text))
                .header("Cache-Control", FOR_AN_HOUR)
                .build();
    }

    @GET
    @Path("/card.png")
    @Produces("image/png")
    public Response card(String beneficiary, String number) {
        CampaignId id = Parameters.campaignOf(beneficiary + "/" + number);
        var shown = reads.read(view -> showcase.of(view, CampaignPages.announced(view, id)));
        return Response.ok(cards.of(shown, visit.language()))
                .header("Cache-Control", "public, max-age=300")
                .header("Vary", "Accept-Language")
                .build();
    }

    private String value() {
        var value = visit.parameters().text("value");
        if (value == null) {
            return "";
        }
        if (!value.matches("[1-9][0-9]{0,77}")
                || new java.math.BigInteger(value).compareTo(Amount.MAX) > 0) {
            throw new Refused(
                    400,
                    say -> say.number("value", Refused.quoted(value), "1", Amount.MAX.toString()));
        }
        return "?value=" + value;
    }

    private static String svg(QrCode code, String text) {
        var side = code.size + 2 * QUIET_ZONE;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges" role="img">\
        <title>%2$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#111" d="%3$s"/></svg>
        """
                .formatted(side, text, path);
    }
}
