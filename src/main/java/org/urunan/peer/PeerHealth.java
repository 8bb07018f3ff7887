package org.urunan.peer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /status} tells of a peer.
 *
 * @param isWell it answered when it was last asked, or was not asked yet
 * @param delivered contents it sent since this node started
 * @param lastAnswerAt null if it never answered since this node started
 * @param lastFailure why the last question failed, as the end of a sentence; null if it did not
 */
public record PeerHealth(
        String url,
        boolean isWell,
        long delivered,
        @Nullable Instant lastAnswerAt,
        @Nullable String lastFailure) {}
