package org.urunan.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * What a beneficiary said of its campaign on the chain.
 *
 * @param contentHash of an announcement, else null
 * @param movedTo of a move, else null
 */
public record Statement(
        CampaignId campaign,
        Kind kind,
        @Nullable Hash contentHash,
        @Nullable CampaignId movedTo,
        long blockNumber,
        Hash blockHash,
        Instant time,
        Hash txHash,
        int logIndex) {

    /** The database keeps {@link #ordinal}, so the order never changes. */
    public enum Kind {
        ANNOUNCED,
        CLOSED,
        MOVED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
