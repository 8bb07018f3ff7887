package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the campaign list and of a campaign. The texts are in {@code
 * messages/campaign_*.properties}.
 */
@MessageBundle("campaign")
public interface CampaignMessages {

    @Message
    String listTitle();

    @Message
    String listLead();

    @Message
    String search();

    @Message
    String searchButton();

    @Message
    String category();

    @Message
    String anyCategory();

    @Message
    String openState();

    @Message
    String anyState();

    @Message
    String onlyOpen();

    @Message
    String onlyClosed();

    @Message
    String found(String text);

    @Message
    String noneFound();

    @Message
    String noneFoundText();

    @Message
    String nonePublished();

    @Message
    String feed();

    @Message
    String missingTitle();

    @Message
    String missingText(String cid);

    @Message
    String unreadableTitle();

    @Message
    String unreadableText(String cid);

    @Message
    String withheldTitle();

    @Message
    String withheldText();

    @Message
    String lookAlikesTitle();

    @Message
    String lookAlikesText();

    @Message
    String closedTitle();

    @Message
    String closedText();

    @Message
    String movedTitle();

    @Message
    String movedText();

    @Message
    String endedTitle(String date);

    @Message
    String endedText();

    @Message
    String until(String date);

    @Message
    String since(String date);

    @Message
    String raised();

    @Message
    String noGoal();

    @Message
    String alsoReceived();

    @Message
    String nothingReceived();

    @Message
    String goalPassed();

    @Message
    String goalUnlisted();

    @Message
    String story();

    @Message
    String links();

    @Message
    String linksHint();

    @Message
    String picture();

    @Message
    String toBeneficiary();

    @Message
    String toBeneficiaryHint();

    @Message
    String otherCampaigns();

    @Message
    String give();

    @Message
    String newestDonations();

    @Message
    String allDonations();

    @Message
    String csv();

    @Message
    String history();

    @Message
    String announced();

    @Message
    String revised();

    @Message
    String closed();

    @Message
    String reopened();

    @Message
    String movedTo();

    @Message
    String earlierText();

    @Message
    String currentText();

    @Message
    String revise();

    @Message
    String share();

    @Message
    String embed();

    @Message
    String embedText();

    @Message
    String qrTitle(String address);

    @Message
    String titleOfMissing(String number);

    @Message
    String anonymous();

    @Message
    String openFull();
}
