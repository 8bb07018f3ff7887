package org.urunan.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;

/** Reads an amount aloud to a donor before the wallet opens. */
@Path("/campaigns/words")
class AmountWords {

    // A uint256 of a token with 36 decimals.
    private static final String DECIMAL = "(0|[1-9][0-9]{0,77})(\\.[0-9]{1,36})?";

    private final Visit visit;

    AmountWords(Visit visit) {
        this.visit = visit;
    }

    /**
     * @param amount a decimal with a point, as the panel shows it
     */
    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String words(@QueryParam("amount") String amount) {
        var sentences = visit.messages(WalletMessages.class);
        var give = visit.messages(GiveMessages.class);
        if (amount == null || !amount.matches(DECIMAL)) {
            throw new Refused(400, errors -> sentences.amountNotDigits());
        }
        return new InWords(visit.language().locale(), give.point()).of(new BigDecimal(amount));
    }
}
