package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the start page. The texts are in {@code messages/home_*.properties}. */
@MessageBundle("home")
public interface HomeMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String seeCampaigns();

    @Message
    String checkLedger();

    @Message
    String directTitle();

    @Message
    String directText();

    @Message
    String openTitle();

    @Message
    String openText();

    @Message
    String quietTitle();

    @Message
    String quietText();

    @Message
    String openCampaigns();

    @Message
    String allCampaigns();

    @Message
    String newestDonations();

    @Message
    String wholeLedger();

    @Message
    String givenSoFar();

    @Message
    String noCampaigns();

    @Message
    String noCampaignsText();

    @Message
    String noDonations();
}
