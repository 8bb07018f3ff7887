package org.urunan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Statement;
import org.urunan.ledger.LedgerView;
import org.urunan.ledger.Rejection;
import org.urunan.money.Hash;

/** What this node knows of one transaction; all lists are empty when it knows nothing. */
public record ApiTx(
        ApiBlock asOf,
        String txHash,
        List<ApiEntry> entries,
        List<Rejected> rejected,
        List<Stated> statements,
        List<ApiOutgoing> outgoing) {

    /**
     * What did not count.
     *
     * @param reason a word that stays the same
     * @param sentence the same for people
     */
    public record Rejected(
            ApiEntry.@Nullable CampaignName campaign,
            String beneficiary,
            String donor,
            String token,
            String amount,
            String reason,
            String sentence,
            long blockNumber,
            String blockHash,
            String time,
            int logIndex) {

        static Rejected of(Rejection rejection) {
            return new Rejected(
                    ApiEntry.CampaignName.of(rejection.campaign()),
                    rejection.beneficiary().toString(),
                    rejection.donor().toString(),
                    rejection.token().toString(),
                    rejection.amount().toString(),
                    rejection.reason().word(),
                    rejection.reason().sentence(),
                    rejection.blockNumber(),
                    rejection.blockHash().toString(),
                    rejection.time().toString(),
                    rejection.logIndex());
        }
    }

    /**
     * What a beneficiary stated.
     *
     * @param kind {@code announced}, {@code closed} or {@code moved}
     */
    public record Stated(
            ApiEntry.@Nullable CampaignName campaign,
            String kind,
            @Nullable String contentHash,
            ApiEntry.@Nullable CampaignName movedTo,
            long blockNumber,
            String blockHash,
            String time,
            int logIndex) {

        static Stated of(Statement statement) {
            var hash = statement.contentHash();
            return new Stated(
                    ApiEntry.CampaignName.of(statement.campaign()),
                    statement.kind().word(),
                    hash == null ? null : hash.toString(),
                    ApiEntry.CampaignName.of(statement.movedTo()),
                    statement.blockNumber(),
                    statement.blockHash().toString(),
                    statement.time().toString(),
                    statement.logIndex());
        }
    }

    static ApiTx of(LedgerView view, Hash tx) {
        return new ApiTx(
                ApiBlock.of(view.asOf()),
                tx.toString(),
                view.entriesIn(tx).stream().map(ApiEntry::of).toList(),
                view.rejectedIn(tx).stream().map(Rejected::of).toList(),
                view.statements().in(tx).stream().map(Stated::of).toList(),
                view.outgoingIn(tx).stream().map(ApiOutgoing::of).toList());
    }
}
