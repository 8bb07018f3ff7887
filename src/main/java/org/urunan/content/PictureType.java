package org.urunan.content;

import java.util.Optional;

/** The types of pictures by their first bytes, as the MIME Sniffing standard lists them. */
public enum PictureType {
    JPEG("image/jpeg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String format;

    PictureType(String mediaType, String format) {
        this.mediaType = mediaType;
        this.format = format;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether pictures are kept as this type: what {@link Picture#encodeAnew} makes. */
    public boolean isKept() {
        return this == JPEG || this == PNG;
    }

    /** ImageIO's name of it. */
    String format() {
        return format;
    }

    /** What the bytes begin like; nothing if it is none of these. */
    public static Optional<PictureType> of(byte[] bytes) {
        if (beginsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (beginsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (beginsWith(bytes, 'G', 'I', 'F', '8') && bytes.length > 6 && bytes[5] == 'a') {
            return Optional.of(GIF);
        }
        var isRiff = beginsWith(bytes, 'R', 'I', 'F', 'F') && bytes.length > 12;
        return isRiff && bytes[8] == 'W' && bytes[9] == 'E' && bytes[10] == 'B'
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    private static boolean beginsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (var i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
