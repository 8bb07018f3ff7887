package org.urunan.content;

import java.io.ByteArrayOutputStream;
import org.urunan.content.PictureRefused.Kind;

/**
 * A JPEG reduced to what decoding needs (ITU-T T.81, Annex B): tables, frame, scans. Everything
 * else (EXIF with its position, thumbnails, colour profiles, comments, whatever is behind the end)
 * is left out before any decoder sees it.
 *
 * @param bytes the reduced file
 * @param isProgressive decoded in several passes, which keeps all of it in memory
 * @param orientation 1 … 8, EXIF's tag 0x0112
 */
record JpegFile(byte[] bytes, boolean isProgressive, int orientation) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int EXIF = 0xE1;
    private static final int JFIF = 0xE0;
    private static final int ADOBE = 0xEE;
    // A progressive picture has about ten; each costs a pass over all of it.
    private static final int MAX_SCANS = 64;
    // Says that the colours are YCbCr; version 1.01, square pixels, no thumbnail.
    private static final byte[] PLAIN_JFIF = {
        (byte) 0xFF, (byte) JFIF, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /**
     * @throws PictureRefused if it ends before its end marker, or is no sequence of segments
     */
    static JpegFile read(byte[] file) {
        return new Reader(file).read();
    }

    private static final class Reader {
        private final byte[] file;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int at = 2;
        private boolean isProgressive;
        private int orientation = 1;
        private int scans;

        Reader(byte[] file) {
            this.file = file;
        }

        JpegFile read() {
            kept.write(file, 0, 2);
            while (true) {
                var marker = marker();
                if (marker == END) {
                    kept.write(0xFF);
                    kept.write(END);
                    return new JpegFile(kept.toByteArray(), isProgressive, orientation);
                }
                segment(marker);
                if (marker == START_OF_SCAN) {
                    scan();
                }
            }
        }

        private int marker() {
            if (next() != 0xFF) {
                throw new PictureRefused(Kind.UNREADABLE);
            }
            var marker = next();
            while (marker == 0xFF) {
                marker = next();
            }
            return marker;
        }

        private void segment(int marker) {
            var start = at;
            var length = next() << 8 | next();
            if (length < 2 || start + length > file.length) {
                throw new PictureRefused(Kind.TRUNCATED);
            }
            at = start + length;
            if (marker == EXIF) {
                orientation = Exif.orientation(file, start + 2, at);
            }
            if (marker == JFIF && length >= 7 && file[start + 2] == 'J' && file[start + 3] == 'F') {
                kept.writeBytes(PLAIN_JFIF);
            }
            if (isFrame(marker)) {
                isProgressive = marker == 0xC2;
            }
            if (isNeeded(marker)) {
                kept.write(0xFF);
                kept.write(marker);
                kept.write(file, start, length);
            }
        }

        /** Entropy-coded data up to the next marker that is neither stuffing nor a restart. */
        private void scan() {
            if (++scans > MAX_SCANS) {
                throw new PictureRefused(Kind.UNREADABLE);
            }
            var start = at;
            while (true) {
                if (at + 1 >= file.length) {
                    throw new PictureRefused(Kind.TRUNCATED);
                }
                var isMarker = file[at] == (byte) 0xFF && !isWithinScan(file[at + 1] & 0xff);
                if (isMarker) {
                    break;
                }
                at++;
            }
            kept.write(file, start, at - start);
        }

        private static boolean isWithinScan(int code) {
            return code == 0 || code == 0xFF || (code >= 0xD0 && code <= 0xD7);
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xC0
                    && marker <= 0xCF
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC;
        }

        /** Frames and tables (C0 … CF), scans and table definitions (DA … DF), Adobe's colours. */
        private static boolean isNeeded(int marker) {
            return (marker >= 0xC0 && marker <= 0xCF)
                    || (marker >= START_OF_SCAN && marker <= 0xDF)
                    || marker == ADOBE;
        }

        private int next() {
            if (at >= file.length) {
                throw new PictureRefused(Kind.TRUNCATED);
            }
            return file[at++] & 0xff;
        }
    }
}
