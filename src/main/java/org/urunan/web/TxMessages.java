package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of “where is my donation?”. The texts are in {@code messages/tx_*.properties}. */
@MessageBundle("tx")
public interface TxMessages {

    @Message
    String title();

    @Message
    String form();

    @Message
    String formHint();

    @Message
    String look();

    @Message
    String counted(int n);

    @Message
    String countedFinal();

    @Message
    String countedNotFinal(long n);

    @Message
    String notCounted();

    @Message
    String pending();

    @Message
    String pendingText();

    @Message
    String waiting();

    @Message
    String waitingText(String block);

    @Message
    String failed();

    @Message
    String failedText();

    @Message
    String noDonation();

    @Message
    String noDonationText();

    @Message
    String unknown();

    @Message
    String unknownText();

    @Message
    String notAsked();

    @Message
    String reload();

    @Message
    String refreshes();

    @Message
    String why();

    @Message
    String reasonNoTransfer();

    @Message
    String reasonUnlisted();

    @Message
    String reasonUnknownBeneficiary();

    @Message
    String reasonZero();

    @Message
    String baseUnits(String amount);

    @Message
    String statements();
}
