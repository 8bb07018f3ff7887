package org.urunan.content;

import java.util.Locale;

/** An upload that is no picture this node takes; the kind says which sentence people read. */
public final class PictureRefused extends RuntimeException {

    public enum Kind {
        /** More than {@link Picture#MAX_UPLOAD} bytes. */
        TOO_LARGE,
        /** More than {@link Picture#MAX_PIXELS}, or a side longer than {@link Picture#MAX_SIDE}. */
        TOO_MANY_PIXELS,
        /** A progressive JPEG above {@link Picture#MAX_PROGRESSIVE_PIXELS}. */
        PROGRESSIVE_TOO_LARGE,
        /** Not JPEG, PNG or GIF: SVG, HEIC, AVIF, TIFF, BMP, a document. */
        NOT_A_PICTURE,
        /** WebP, which Java cannot read. */
        WEBP,
        /** Says it is of one type, and its first bytes say another. */
        OTHER_TYPE,
        /** Ends before the picture does. */
        TRUNCATED,
        /** Cannot be decoded: damaged, or a kind of JPEG for print. */
        UNREADABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    PictureRefused(Kind kind) {
        super("The picture is refused: " + kind.word());
        this.kind = kind;
    }

    PictureRefused(Kind kind, Throwable cause) {
        super("The picture is refused: " + kind.word(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
