package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the forms through which beneficiaries announce, revise and close. The texts are in
 * {@code messages/form_*.properties}; what is written {@code %name%} there is filled in by the
 * browser.
 */
@MessageBundle("form")
public interface FormMessages {
    @Message
    String newTitle();

    @Message
    String newLead();

    @Message
    String reviseTitle();

    @Message
    String reviseLead();

    @Message
    String closeTitle();

    @Message
    String closeLead();

    @Message
    String closeExplained();

    @Message
    String closeInstead();

    @Message
    String backToCampaign();

    @Message
    String textNotHere();

    @Message
    String draft();

    @Message
    String dropDraft();

    @Message
    String title();

    @Message
    String titleHint();

    @Message
    String summary();

    @Message
    String summaryHint();

    @Message
    String story();

    @Message
    String storyHint();

    @Message
    String preview();

    @Message
    String previewHint();

    @Message
    String place();

    @Message
    String language();

    @Message
    String goal();

    @Message
    String goalToken();

    @Message
    String goalUnlisted(String token);

    @Message
    String endDate();

    @Message
    String optionalHint();

    @Message
    String pictures();

    @Message
    String picturesHint();

    @Message
    String addPictures();

    @Message
    String uploadProgress();

    @Message
    String pictureAlt();

    @Message
    String removePicture();

    @Message
    String links();

    @Message
    String linksHint();

    @Message
    String linkLabel();

    @Message
    String linkUrl();

    @Message
    String addLink();

    @Message
    String walletTitle();

    @Message
    String walletLead(String chain);

    @Message
    String announceWith();

    @Message
    String closeWith();

    @Message
    String uploading();

    @Message
    String uploadFailed();

    @Message
    String wrongHash();

    @Message
    String numberUnsure();

    @Message
    String otherAccount();

    @Message
    String checking();

    @Message
    String reviewTitle();

    @Message
    String reviewLead();

    @Message
    String reviewHint();

    @Message
    String signs();

    @Message
    String signsAnnounce();

    @Message
    String signsClose();

    @Message
    String signsTo(String chain);

    @Message
    String signsAs();

    @Message
    String signsNumber();

    @Message
    String signsDigest();

    @Message
    String confirmStatement();

    @Message
    String statementAsked();

    @Message
    String statementPending();

    @Message
    String statementIncluded();

    @Message
    String statementArrived();

    @Message
    String statementReplaced();

    @Message
    String statementCancelled();

    @Message
    String statementFailed();

    @Message
    String openCampaign();

    @Message
    String back();

    @Message
    String giveUpTitle();

    @Message
    String giveUpText();

    @Message
    String giveUp();

    @Message
    String noWallet();

    @Message
    String noScript();
}
