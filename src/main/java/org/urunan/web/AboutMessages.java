package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of “how it works” and of privacy. The texts are in {@code messages/about_*.properties}. */
@MessageBundle("about")
public interface AboutMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String giveTitle();

    @Message
    String give1();

    @Message
    String give2();

    @Message
    String give3();

    @Message
    String give4();

    @Message
    String askTitle();

    @Message
    String ask1();

    @Message
    String ask2();

    @Message
    String ask3();

    @Message
    String ledgerTitle();

    @Message
    String ledger1();

    @Message
    String ledger2();

    @Message
    String ledger3();

    @Message
    String ledger4();

    @Message
    String waysTitle();

    @Message
    String trustTitle();

    @Message
    String trust1();

    @Message
    String trust2();

    @Message
    String trust3();

    @Message
    String beliefTitle();

    @Message
    String belief1();

    @Message
    String belief2();

    @Message
    String privacyTitle();

    @Message
    String privacyLead();

    @Message
    String privacy1();

    @Message
    String privacy2();

    @Message
    String privacy3();

    @Message
    String privacy4();
}
