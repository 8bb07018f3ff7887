package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Sentences that say what is wrong, which value, and what to do. The texts are in {@code
 * messages/error_*.properties}.
 */
@MessageBundle("error")
public interface ErrorMessages {

    @Message
    String heading400();

    @Message
    String heading403();

    @Message
    String heading404();

    @Message
    String heading405();

    @Message
    String heading406();

    @Message
    String heading410();

    @Message
    String heading413();

    @Message
    String heading415();

    @Message
    String heading429();

    @Message
    String heading500();

    @Message
    String heading503();

    @Message
    String text403();

    @Message
    String text404();

    @Message
    String text405();

    @Message
    String text406();

    @Message
    String text429();

    @Message
    String text500(String reference);

    @Message
    String text503();

    @Message
    String address(String name, String value);

    @Message
    String hash(String value);

    @Message
    String campaignId(String value);

    @Message
    String number(String name, String value, String least, String most);

    @Message
    String date(String name, String value);

    @Message
    String choice(String name, String value, String choices);

    @Message
    String after(String value);

    @Message
    String unknownParameter(String name, String choices);

    @Message
    String tooLong(String name, String most);

    @Message
    String unknownCampaign(String id, String block);

    @Message
    String unknownDigest(String block);

    @Message
    String notStarted();

    @Message
    String tooManyExports();

    @Message
    String tooManyListeners();

    @Message
    String back();
}
