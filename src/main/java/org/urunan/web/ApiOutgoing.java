package org.urunan.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.OutgoingTransfer;

/**
 * What a beneficiary sent, as the API gives it; written as {@link ApiEntry} is.
 *
 * @param logIndex null for a native transfer that left no log
 */
public record ApiOutgoing(
        String beneficiary,
        String to,
        String token,
        String symbol,
        int decimals,
        String amount,
        long blockNumber,
        String blockHash,
        String time,
        String txHash,
        @Nullable Integer logIndex,
        @JsonProperty("final") boolean isFinal,
        long confirmations) {

    static ApiOutgoing of(OutgoingTransfer transfer) {
        return new ApiOutgoing(
                transfer.beneficiary().toString(),
                transfer.to().toString(),
                transfer.token().address().toString(),
                transfer.token().symbol(),
                transfer.token().decimals(),
                transfer.amount().toString(),
                transfer.blockNumber(),
                transfer.blockHash().toString(),
                transfer.time().toString(),
                transfer.txHash().toString(),
                transfer.logIndex(),
                transfer.isFinal(),
                transfer.confirmations());
    }
}
