package org.urunan.chain;

import java.io.IOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Reads an answer as a stream, with values as the Ethereum JSON-RPC writes them. Hexadecimal digits
 * are decoded where they are, without a string between.
 */
final class JsonReader {

    /** Reads one field's value; what it does not want, it skips. */
    interface Field {
        void read(String name, JsonReader json) throws IOException;
    }

    /** What a hexadecimal digit stands for; −1 for every other character. */
    private static final byte[] DIGITS = digits();

    private final JsonTokens tokens;

    JsonReader(byte[] body) throws IOException {
        tokens = new JsonTokens(body);
        tokens.value();
    }

    boolean isArray() {
        return tokens.kind() == '[';
    }

    boolean isObject() {
        return tokens.kind() == '{';
    }

    boolean isNull() {
        return tokens.kind() == 'n';
    }

    boolean isString() {
        return tokens.kind() == '"';
    }

    /** Reads an object's fields; the current value is the object. */
    void fields(Field field) throws IOException {
        if (!isObject()) {
            throw new IOException("an object was expected, not " + text());
        }
        while (tokens.next('}')) {
            field.read(tokens.name(), this);
        }
    }

    /** Moves to an array's next element; false at its end. The current value is the array. */
    boolean nextElement() throws IOException {
        return tokens.next(']');
    }

    void skip() throws IOException {
        tokens.skip();
    }

    /** Nothing but space may follow. */
    void end() throws IOException {
        tokens.end();
    }

    /** The characters of a text, a number or a word; of nothing else. */
    String text() {
        return isArray() || isObject() ? "…" : tokens.string();
    }

    /** 0 for what is no number: some endpoints write their error codes as words. */
    int integer() {
        try {
            return (int) Double.parseDouble(text());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    boolean isTrue() {
        return tokens.kind() == 't';
    }

    /** A quantity: {@code 0x} and hexadecimal digits. */
    long quantity() throws IOException {
        var length = tokens.length();
        if (!isHex() || length < 3 || length > 17) {
            throw new IOException("a quantity was expected, not " + text());
        }
        var value = 0L;
        var source = tokens.source();
        var end = tokens.from() + length;
        for (var i = tokens.from() + 2; i < end; i++) {
            value = value << 4 | digit(source[i]);
        }
        return value;
    }

    BigInteger bigQuantity() throws IOException {
        var text = text();
        if (!text.startsWith("0x") || text.length() < 3 || text.length() > 66) {
            throw new IOException("a quantity was expected, not " + text);
        }
        try {
            return new BigInteger(text.substring(2), 16);
        } catch (NumberFormatException e) {
            throw new IOException("a quantity was expected, not " + text, e);
        }
    }

    byte[] bytes() throws IOException {
        var into = new byte[byteCount()];
        read(into);
        return into;
    }

    /**
     * Decodes into a buffer that is used again.
     *
     * @return the buffer, or a larger one
     */
    byte[] bytes(byte[] buffer) throws IOException {
        var length = byteCount();
        var into = length > buffer.length ? new byte[length] : buffer;
        read(into);
        return into;
    }

    /** How many bytes the current value has. */
    int byteCount() {
        return Math.max(0, tokens.length() / 2 - 1);
    }

    /** Decodes exactly as many bytes as the buffer has. */
    byte[] exactly(byte[] buffer) throws IOException {
        if (tokens.length() != 2 + 2 * buffer.length) {
            throw new IOException(
                    "%d bytes were expected, not %s".formatted(buffer.length, text()));
        }
        read(buffer);
        return buffer;
    }

    Hash hash() throws IOException {
        return Hash.of(exactly(new byte[32]));
    }

    Address address() throws IOException {
        return Address.of(exactly(new byte[20]));
    }

    @Nullable Address addressOrNull() throws IOException {
        return isNull() ? null : address();
    }

    private void read(byte[] into) throws IOException {
        if (!isHex() || tokens.length() % 2 != 0) {
            throw new IOException("hexadecimal bytes were expected, not " + text());
        }
        var source = tokens.source();
        var at = tokens.from() + 2;
        var bytes = byteCount();
        var all = 0;
        for (var i = 0; i < bytes; i++, at += 2) {
            var value = DIGITS[source[at] & 0xff] << 4 | DIGITS[source[at + 1] & 0xff];
            into[i] = (byte) value;
            all |= value;
        }
        if (all < 0) {
            throw new IOException("hexadecimal bytes were expected, not " + text());
        }
    }

    private boolean isHex() {
        var source = tokens.source();
        var from = tokens.from();
        return isString() && tokens.length() >= 2 && source[from] == '0' && source[from + 1] == 'x';
    }

    private static int digit(byte character) throws IOException {
        var digit = DIGITS[character & 0xff];
        if (digit < 0) {
            throw new IOException("not a hexadecimal digit: " + (char) (character & 0xff));
        }
        return digit;
    }

    private static byte[] digits() {
        var digits = new byte[256];
        for (var i = 0; i < digits.length; i++) {
            digits[i] = (byte) Character.digit((char) i, 16);
        }
        return digits;
    }
}
