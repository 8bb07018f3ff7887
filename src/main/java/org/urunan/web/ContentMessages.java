package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why an upload is refused. The texts are in {@code messages/content_*.properties}. */
@MessageBundle("content")
public interface ContentMessages {

    @Message
    String tooLarge(String most);

    @Message
    String notJson();

    @Message
    String wrongType();

    @Message
    String missing();

    @Message
    String unknownMember(String name);

    @Message
    String wrongVersion();

    @Message
    String notOneOf(String words);

    @Message
    String empty();

    @Message
    String tooLong(String most);

    @Message
    String tooMany(String most);

    @Message
    String duplicate();

    @Message
    String straySpace();

    @Message
    String controlCharacter();

    @Message
    String bidiControl();

    @Message
    String invisibleCharacter();

    @Message
    String stackedMarks();

    @Message
    String notNormalised();

    @Message
    String notAnAddress();

    @Message
    String notAnAmount();

    @Message
    String notADate();

    @Message
    String notACid();

    @Message
    String notHttps();

    @Message
    String pictureNotHere();

    @Message
    String pictureTooLarge();

    @Message
    String pictureTooManyPixels();

    @Message
    String pictureProgressiveTooLarge();

    @Message
    String notAPicture();

    @Message
    String pictureWebp();

    @Message
    String pictureOtherType();

    @Message
    String pictureTruncated();

    @Message
    String pictureUnreadable();

    @Message
    String wrongMediaType();

    @Message
    String manifestRefused();

    @Message
    String tooSlow();

    @Message
    String busy();

    @Message
    String quarantineFull();
}
