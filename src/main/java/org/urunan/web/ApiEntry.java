package org.urunan.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerEntry;
import org.urunan.money.CampaignId;

/**
 * A ledger entry as the API gives it: hashes and addresses lower case, amounts decimal strings in
 * base units, times ISO 8601 in UTC.
 *
 * @param campaign null: not for one campaign
 * @param logIndex null for a native transfer that left no log
 */
public record ApiEntry(
        @Nullable CampaignName campaign,
        String beneficiary,
        String donor,
        String token,
        String symbol,
        int decimals,
        String amount,
        String way,
        List<String> marks,
        long blockNumber,
        String blockHash,
        String time,
        String txHash,
        @Nullable Integer logIndex,
        @JsonProperty("final") boolean isFinal,
        long confirmations) {

    /**
     * @param number a decimal string, because it may be larger than a JSON number holds
     */
    public record CampaignName(String beneficiary, String number) {

        static @Nullable CampaignName of(@Nullable CampaignId id) {
            return id == null
                    ? null
                    : new CampaignName(id.beneficiary().toString(), id.number().toString());
        }
    }

    static ApiEntry of(LedgerEntry entry) {
        return new ApiEntry(
                CampaignName.of(entry.campaign()),
                entry.beneficiary().toString(),
                entry.donor().toString(),
                entry.token().address().toString(),
                entry.token().symbol(),
                entry.token().decimals(),
                entry.amount().toString(),
                entry.way().word(),
                marks(entry),
                entry.blockNumber(),
                entry.blockHash().toString(),
                entry.time().toString(),
                entry.txHash().toString(),
                entry.logIndex(),
                entry.isFinal(),
                entry.confirmations());
    }

    private static List<String> marks(LedgerEntry entry) {
        return Stream.of(entry.isSelf() ? "self" : "", entry.isAfterClosing() ? "afterClosing" : "")
                .filter(mark -> !mark.isEmpty())
                .toList();
    }
}
