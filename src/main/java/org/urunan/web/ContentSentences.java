package org.urunan.web;

import org.urunan.campaign.Problem;
import org.urunan.content.PictureRefused;

/** Why a manifest or a picture is refused, as people read it. */
final class ContentSentences {

    private ContentSentences() {}

    static String of(ContentMessages say, Problem problem) {
        var value = problem.values().isEmpty() ? "" : problem.values().getFirst();
        return switch (problem.kind()) {
            case TOO_LARGE -> say.tooLarge("64 KiB");
            case NOT_JSON -> say.notJson();
            case WRONG_TYPE -> say.wrongType();
            case MISSING -> say.missing();
            case UNKNOWN_MEMBER -> say.unknownMember(value);
            case WRONG_VERSION -> say.wrongVersion();
            case NOT_ONE_OF -> say.notOneOf(value);
            case EMPTY -> say.empty();
            case TOO_LONG -> say.tooLong(value);
            case TOO_MANY -> say.tooMany(value);
            case DUPLICATE -> say.duplicate();
            case STRAY_SPACE -> say.straySpace();
            case CONTROL_CHARACTER -> say.controlCharacter();
            case BIDI_CONTROL -> say.bidiControl();
            case INVISIBLE_CHARACTER -> say.invisibleCharacter();
            case STACKED_MARKS -> say.stackedMarks();
            case NOT_NORMALISED -> say.notNormalised();
            case NOT_AN_ADDRESS -> say.notAnAddress();
            case NOT_AN_AMOUNT -> say.notAnAmount();
            case NOT_A_DATE -> say.notADate();
            case NOT_A_CID -> say.notACid();
            case NOT_HTTPS -> say.notHttps();
            case PICTURE_NOT_HERE -> say.pictureNotHere();
        };
    }

    static String of(ContentMessages say, PictureRefused.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> say.pictureTooLarge();
            case TOO_MANY_PIXELS -> say.pictureTooManyPixels();
            case PROGRESSIVE_TOO_LARGE -> say.pictureProgressiveTooLarge();
            case NOT_A_PICTURE -> say.notAPicture();
            case WEBP -> say.pictureWebp();
            case OTHER_TYPE -> say.pictureOtherType();
            case TRUNCATED -> say.pictureTruncated();
            case UNREADABLE -> say.pictureUnreadable();
        };
    }
}
