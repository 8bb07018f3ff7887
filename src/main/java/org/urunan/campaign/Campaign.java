package org.urunan.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * An announced campaign, as its statements up to the cursor left it.
 *
 * @param contentHash of the last announcement's manifest
 * @param announcedAt the block of the first announcement
 * @param isClosed closed since the last announcement
 * @param movedTo null unless moved since the last announcement
 */
public record Campaign(
        CampaignId id,
        Hash contentHash,
        long announcedBlock,
        Instant announcedAt,
        long revisedBlock,
        Instant revisedAt,
        boolean isClosed,
        @Nullable CampaignId movedTo) {

    /** Its last statement is an announcement. */
    public boolean isOpen() {
        return !isClosed && movedTo == null;
    }
}
