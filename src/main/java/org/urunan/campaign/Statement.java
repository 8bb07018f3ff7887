package org.urunan.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** What a statement says. */
    public enum Kind {
        ANNOUNCED(0),
        CLOSED(1),
        MOVED(2);

        private static final List<Kind> ALL = List.of(values());

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** What the database keeps: it never changes. */
        public int code() {
            return code;
        }

        public static Kind of(int code) {
            return ALL.get(code);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
