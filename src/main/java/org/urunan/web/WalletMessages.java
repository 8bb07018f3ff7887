package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What pages say about wallets and about amounts. The texts are in {@code
 * messages/wallet_*.properties}; what is written {@code %name%} there is filled in by the browser.
 */
@MessageBundle("wallet")
public interface WalletMessages {
    @Message
    String browserWallet();

    @Message
    String connecting();

    @Message
    String rejected();

    @Message
    String walletPending();

    @Message
    String wrongChain();

    @Message
    String wrongChainByHand();

    @Message
    String walletError();

    @Message
    String accountChanged();

    @Message
    String wouldFail();

    @Message
    String notEnough();

    @Message
    String amountEmpty();

    @Message
    String amountNegative();

    @Message
    String amountNotDigits();

    @Message
    String amountTwoSeparators();

    @Message
    String amountIncomplete();

    @Message
    String amountLeadingZero();

    @Message
    String amountAmbiguous();

    @Message
    String amountTooManyDecimals();

    @Message
    String amountZero();

    @Message
    String amountTooLarge();
}
