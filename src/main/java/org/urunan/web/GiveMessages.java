package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the panel through which donors give. The texts are in {@code
 * messages/give_*.properties}; what is written {@code %name%} there is filled in by the browser.
 */
@MessageBundle("give")
public interface GiveMessages {
    @Message
    String title();

    @Message
    String amount();

    @Message
    String token();

    @Message
    String wallets();

    @Message
    String walletButton();

    @Message
    String formHint();

    @Message
    String point();

    @Message
    String reviewTitle();

    @Message
    String reviewAmount();

    @Message
    String reviewTo();

    @Message
    String reviewToken();

    @Message
    String reviewFrom();

    @Message
    String reviewHow();

    @Message
    String reviewSelf();

    @Message
    String reviewHint();

    @Message
    String send();

    @Message
    String change();

    @Message
    String transaction();

    @Message
    String progressHint();

    @Message
    String again();

    @Message
    String noWallet();

    @Message
    String noScript();

    @Message
    String addressTitle();

    @Message
    String addressLead(String chain);

    @Message
    String addressHint();

    @Message
    String qrAlt();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String selected();

    @Message
    String openApp();

    @Message
    String tokenLinksTitle();

    @Message
    String tokenLinksLead();

    @Message
    String tokenLink(String symbol);
}
