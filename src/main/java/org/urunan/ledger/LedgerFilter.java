package org.urunan.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * Which entries of the ledger somebody wants to see. All bounds are inclusive; null means "any".
 *
 * @param from the first day, UTC
 * @param to the last day, UTC
 */
public record LedgerFilter(
        @Nullable CampaignId campaign,
        @Nullable Address donor,
        @Nullable Address beneficiary,
        @Nullable Address token,
        @Nullable Way way,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long fromBlock,
        @Nullable Long toBlock) {

    public static final LedgerFilter NONE =
            new LedgerFilter(null, null, null, null, null, null, null, null, null);

    public LedgerFilter ofCampaign(CampaignId id) {
        return new LedgerFilter(id, donor, beneficiary, token, way, from, to, fromBlock, toBlock);
    }

    public LedgerFilter ofDonor(Address who) {
        return new LedgerFilter(
                campaign, who, beneficiary, token, way, from, to, fromBlock, toBlock);
    }

    public LedgerFilter ofBeneficiary(Address who) {
        return new LedgerFilter(campaign, donor, who, token, way, from, to, fromBlock, toBlock);
    }

    public LedgerFilter on(LocalDate day) {
        return new LedgerFilter(
                campaign, donor, beneficiary, token, way, day, day, fromBlock, toBlock);
    }

    /**
     * Whether it asks for everything, or for all that one campaign or one beneficiary received:
     * what figures are kept of.
     */
    public boolean isOfOneScope() {
        var scope =
                new LedgerFilter(campaign, null, beneficiary, null, null, null, null, null, null);
        return equals(scope)
                && (campaign == null
                        || beneficiary == null
                        || campaign.beneficiary().equals(beneficiary));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public boolean isAcrossCampaigns() {
        return campaign == null;
    }

    /** Whether more is asked for than one campaign's ledger. */
    public boolean isNarrow() {
        return campaign == null ? !isEmpty() : !equals(NONE.ofCampaign(campaign));
    }
}
