package org.urunan.peer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /status} tells of a peer.
 *
 * @param publicUrl null for a peer in the operator's own network, whose address is nobody's
 *     business
 * @param isWell it answered when it was last asked
 * @param delivered contents it sent since this node started
 * @param lastAnswerAt null if it never answered since this node started
 * @param lastFailure why the last question failed, as the end of a sentence; null if it did not
 */
public record PeerHealth(
        @Nullable String publicUrl,
        boolean isWell,
        long delivered,
        @Nullable Instant lastAnswerAt,
        @Nullable String lastFailure) {

    /** It was not asked yet. */
    public boolean isUnknown() {
        return lastAnswerAt == null && lastFailure == null;
    }
}
