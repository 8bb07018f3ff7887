package org.urunan.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields straight into bytes; what is full is handed on. */
final class CsvBytes {

    private static final int SIZE = 64 * 1024;

    /** Longer than any number or hash. */
    private static final int ROOM = 80;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] bytes = new byte[SIZE];
    private int at;

    CsvBytes(OutputStream out) {
        this.out = out;
    }

    CsvBytes hex(byte[] value) throws IOException {
        makeRoom(2 + 2 * value.length);
        bytes[at++] = '0';
        bytes[at++] = 'x';
        for (var each : value) {
            bytes[at++] = HEX[(each >> 4) & 0xf];
            bytes[at++] = HEX[each & 0xf];
        }
        return this;
    }

    CsvBytes number(long value) throws IOException {
        if (value < 0) {
            return text(Long.toString(value));
        }
        makeRoom(ROOM);
        var start = at;
        var rest = value;
        do {
            bytes[at++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int left = start, right = at - 1; left < right; left++, right--) {
            var digit = bytes[left];
            bytes[left] = bytes[right];
            bytes[right] = digit;
        }
        return this;
    }

    CsvBytes text(String text) throws IOException {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    CsvBytes raw(byte[] text) throws IOException {
        if (text.length > SIZE) {
            flush();
            out.write(text);
            return this;
        }
        makeRoom(text.length);
        System.arraycopy(text, 0, bytes, at, text.length);
        at += text.length;
        return this;
    }

    CsvBytes then(char ascii) throws IOException {
        makeRoom(1);
        bytes[at++] = (byte) ascii;
        return this;
    }

    /** Hands on what there is. */
    void flush() throws IOException {
        out.write(bytes, 0, at);
        at = 0;
    }

    private void makeRoom(int length) throws IOException {
        if (SIZE - at < length) {
            flush();
        }
    }
}
