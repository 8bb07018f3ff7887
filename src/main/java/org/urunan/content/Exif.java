package org.urunan.content;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing kept of EXIF: which way up the picture is (tag 0x0112 of its first directory). */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;

    private Exif() {}

    /**
     * @param from where the segment's payload begins, {@code Exif\0\0} first
     * @return 1 … 8; 1 if it says nothing readable
     */
    static int orientation(byte[] file, int from, int to) {
        if (to - from < 14 || file[from] != 'E' || file[from + 1] != 'x') {
            return UPRIGHT;
        }
        var tiff = ByteBuffer.wrap(file, from + 6, to - from - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            return orientation(tiff);
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.position(tiff.getInt(4));
        var entries = tiff.getShort() & 0xffff;
        for (var i = 0; i < entries; i++) {
            var entry = tiff.position();
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                var value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
            tiff.position(entry + 12);
        }
        return UPRIGHT;
    }
}
