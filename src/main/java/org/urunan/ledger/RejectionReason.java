package org.urunan.ledger;

import java.util.List;
import java.util.Locale;

/** Why value that claims to be a gift did not count. */
public enum RejectionReason {
    UNLISTED_TOKEN(
            0, "The token is not on this node's token list; anyone can make a token of any name."),
    NO_TRANSFER(
            1,
            "The transaction has no Transfer of the token with the same donor, beneficiary and amount behind this Donation; what else moved, if anything did, counts by itself."),
    ZERO_AMOUNT(2, "The amount is zero."),
    BENEFICIARY_NOT_ANNOUNCED(
            3, "The beneficiary had not announced any campaign when this was sent.");

    private static final List<RejectionReason> ALL = List.of(values());

    private final int code;
    private final String sentence;

    RejectionReason(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** What the database keeps: it never changes. */
    int code() {
        return code;
    }

    static RejectionReason of(int code) {
        return ALL.get(code);
    }

    /** For people, in English. */
    public String sentence() {
        return sentence;
    }

    /** The API's word, lower case with dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
