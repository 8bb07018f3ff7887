package org.urunan.ledger;

/** Why value that claims to be a gift did not count. The database keeps {@link #ordinal}. */
public enum RejectionReason {
    UNLISTED_TOKEN(
            "The token is not on this node's token list; anyone can make a token of any name."),
    NO_TRANSFER(
            "The transaction has no Transfer of the token with the same donor, beneficiary and amount behind this Donation, so nothing moved."),
    ZERO_AMOUNT("The amount is zero."),
    BENEFICIARY_NOT_ANNOUNCED("The beneficiary had not announced any campaign when this was sent.");

    private final String sentence;

    RejectionReason(String sentence) {
        this.sentence = sentence;
    }

    /** For people, in English. */
    public String sentence() {
        return sentence;
    }

    /** The API's word, lower case with dashes. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
