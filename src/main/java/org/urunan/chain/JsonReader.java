package org.urunan.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    JsonReader(byte[] body) throws IOException {
        parser = FACTORY.createParser(body);
        if (parser.nextToken() == null) {
            throw new IOException("the answer is empty");
        }
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    /** Reads an object's fields; the current value is the object. */
    void fields(Field field) throws IOException {
        if (!isObject()) {
            throw new IOException("an object was expected, not " + parser.currentToken());
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            field.read(name, this);
        }
    }

    /** Moves to an array's next element; false at its end. The current value is the array. */
    boolean nextElement() throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            throw new IOException("the answer ends in the middle");
        }
        return token != JsonToken.END_ARRAY;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** Nothing but space may follow. */
    void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new IOException("something follows the answer");
        }
    }

    String text() throws IOException {
        return String.valueOf(parser.getValueAsString());
    }

    int integer() throws IOException {
        return parser.getValueAsInt();
    }

    boolean isTrue() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** A quantity: {@code 0x} and hexadecimal digits. */
    long quantity() throws IOException {
        var chars = parser.getTextCharacters();
        var from = parser.getTextOffset();
        var length = parser.getTextLength();
        if (!Hex.isAnnounced(chars, from, length) || length < 3 || length > 17) {
            throw new IOException("a quantity was expected, not " + text());
        }
        var value = 0L;
        for (var i = from + 2; i < from + length; i++) {
            var digit = Hex.digit(chars[i]);
            if (digit < 0) {
                throw new IOException("a quantity was expected, not " + text());
            }
            value = value << 4 | digit;
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

    /** A quantity of at most 32 bytes, big-endian without leading zeros; null if it is none. */
    byte @Nullable [] scalar() throws IOException {
        var chars = parser.getTextCharacters();
        var from = parser.getTextOffset();
        var end = from + parser.getTextLength();
        if (!isString() || !Hex.isAnnounced(chars, from, end - from) || end - from < 3) {
            return null;
        }
        var at = from + 2;
        while (at < end && chars[at] == '0') {
            at++;
        }
        return end - at > 64 ? null : Hex.decodeScalar(chars, at, end);
    }

    byte[] bytes() throws IOException {
        var length = parser.getTextLength();
        var into = new byte[Math.max(0, length / 2 - 1)];
        read(into);
        return into;
    }

    /**
     * Decodes into a buffer that is used again.
     *
     * @return the buffer, or a larger one
     */
    byte[] bytes(byte[] buffer) throws IOException {
        var length = Math.max(0, parser.getTextLength() / 2 - 1);
        var into = length > buffer.length ? new byte[length] : buffer;
        read(into);
        return into;
    }

    /** How many bytes the current value has. */
    int byteCount() throws IOException {
        return Math.max(0, parser.getTextLength() / 2 - 1);
    }

    /** Decodes exactly as many bytes as the buffer has. */
    byte[] exactly(byte[] buffer) throws IOException {
        if (parser.getTextLength() != 2 + 2 * buffer.length) {
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
        var chars = parser.getTextCharacters();
        var from = parser.getTextOffset();
        var length = parser.getTextLength();
        if (!isString() || !Hex.isAnnounced(chars, from, length) || length % 2 != 0) {
            throw new IOException("hexadecimal bytes were expected, not " + text());
        }
        if (!Hex.decode(chars, from + 2, into, length / 2 - 1)) {
            throw new IOException("hexadecimal bytes were expected, not " + text());
        }
    }
}
