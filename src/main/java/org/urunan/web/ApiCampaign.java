package org.urunan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Manifest;
import org.urunan.content.Cid;
import org.urunan.ledger.Total;

/**
 * A campaign as the API gives it; the members of its manifest are null while {@code
 * contentAvailable} is false.
 *
 * @param contentHash SHA-256 of the manifest's exact bytes, as announced
 * @param movedTo null unless moved
 */
public record ApiCampaign(
        String beneficiary,
        String number,
        String contentHash,
        boolean contentAvailable,
        @Nullable String language,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String story,
        @Nullable String category,
        @Nullable String place,
        @Nullable Goal goal,
        @Nullable String endDate,
        List<String> pictures,
        List<Manifest.Link> links,
        long announcedBlock,
        String announcedTime,
        long revisedBlock,
        boolean open,
        boolean closed,
        ApiEntry.@Nullable CampaignName movedTo,
        List<ApiTotal> totals) {

    /**
     * @param amount base units, a decimal string
     */
    public record Goal(String token, String amount) {

        static @Nullable Goal of(Manifest.@Nullable Goal goal) {
            return goal == null
                    ? null
                    : new Goal(goal.token().toString(), goal.amount().toString());
        }
    }

    /**
     * @param amount base units, a decimal string, everything up to {@code asOf}
     * @param finalAmount the part of it that is final ({@code final} in the JSON)
     */
    public record ApiTotal(
            String token,
            String symbol,
            int decimals,
            String amount,
            @com.fasterxml.jackson.annotation.JsonProperty("final") String finalAmount,
            long donations,
            long donors) {

        static ApiTotal of(Total total) {
            return new ApiTotal(
                    total.token().address().toString(),
                    total.token().symbol(),
                    total.token().decimals(),
                    total.amount().toString(),
                    total.finalAmount().toString(),
                    total.donations(),
                    total.donors());
        }
    }

    static ApiCampaign of(CampaignShown shown) {
        var campaign = shown.campaign();
        var manifest = shown.manifest();
        return new ApiCampaign(
                campaign.id().beneficiary().toString(),
                campaign.id().number().toString(),
                campaign.contentHash().toString(),
                manifest != null,
                manifest != null ? manifest.language() : null,
                manifest != null ? manifest.title() : null,
                manifest != null ? manifest.summary() : null,
                manifest != null ? manifest.story() : null,
                manifest != null ? manifest.category().word() : null,
                manifest != null ? manifest.place() : null,
                manifest != null ? Goal.of(manifest.goal()) : null,
                manifest != null && manifest.endDate() != null
                        ? manifest.endDate().toString()
                        : null,
                manifest != null
                        ? manifest.pictures().stream().map(Cid::toString).toList()
                        : List.of(),
                manifest != null ? manifest.links() : List.of(),
                campaign.announcedBlock(),
                campaign.announcedAt().toString(),
                campaign.revisedBlock(),
                campaign.isOpen(),
                campaign.isClosed(),
                ApiEntry.CampaignName.of(campaign.movedTo()),
                shown.totals().stream().map(ApiTotal::of).toList());
    }
}
