package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What becomes of a gift, step by step. The texts are in {@code messages/gift_*.properties}; what
 * is written {@code %name%} there is filled in by the browser.
 */
@MessageBundle("gift")
public interface GiftMessages {
    @Message
    String checking();

    @Message
    String tokenDiffers();

    @Message
    String nativeCoin(String chain);

    @Message
    String wayTagged();

    @Message
    String wayContract();

    @Message
    String wayPermit();

    @Message
    String wayAllowance();

    @Message
    String wayResetAllowance();

    @Message
    String confirm();

    @Message
    String confirmPermit();

    @Message
    String confirmReset();

    @Message
    String confirmAllowance();

    @Message
    String waitAllowance();

    @Message
    String pending();

    @Message
    String included();

    @Message
    String confirmedOnce();

    @Message
    String confirmed();

    @Message
    String isFinal();

    @Message
    String replaced();

    @Message
    String cancelled();

    @Message
    String failed();

    @Message
    String dropped();

    @Message
    String notCounted();
}
