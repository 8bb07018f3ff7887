package org.urunan.content;

import java.io.ByteArrayOutputStream;
import org.urunan.content.PictureRefused.Kind;

/**
 * A PNG reduced to what decoding needs (PNG specification, third edition): header, palette,
 * transparency, data, end. Texts, profiles and whatever is behind the end are left out before any
 * decoder sees them.
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    // Length, type, checksum.
    private static final int AROUND_DATA = 12;

    private PngFile() {}

    /**
     * @throws PictureRefused if it ends before its end chunk, or does not begin with a header
     */
    static byte[] reduce(byte[] file) {
        var kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
        var at = SIGNATURE;
        while (true) {
            if (at + AROUND_DATA > file.length) {
                throw new PictureRefused(Kind.TRUNCATED);
            }
            var length = length(file, at);
            if (length < 0 || length > file.length - at - AROUND_DATA) {
                throw new PictureRefused(Kind.TRUNCATED);
            }
            var type = new String(file, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (at == SIGNATURE && !type.equals("IHDR")) {
                throw new PictureRefused(Kind.UNREADABLE);
            }
            switch (type) {
                case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" ->
                        kept.write(file, at, length + AROUND_DATA);
                default -> {}
            }
            if (type.equals("IEND")) {
                return kept.toByteArray();
            }
            at += length + AROUND_DATA;
        }
    }

    private static int length(byte[] file, int at) {
        return java.nio.ByteBuffer.wrap(file, at, 4).getInt();
    }
}
