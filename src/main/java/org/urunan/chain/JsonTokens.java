package org.urunan.chain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The values of a JSON text (RFC 8259), one after the other, without an object for any of them: the
 * current value's bytes stay where they came. Whoever reads an object or an array reads or
 * {@linkplain #skip skips} all of its values.
 */
final class JsonTokens {

    private static final int DEEPEST = 200;
    private static final int NAMES = 64;

    /** The current value's first character, {@code 0} of any number; a space between values. */
    private char kind = ' ';

    private final byte[] text;
    private int at;

    /** The current value's characters, without quotes and escapes. */
    private byte[] source;

    private int from;
    private int length;

    /** Whether nothing of the container that was begun last has been read. */
    private boolean isFresh;

    private int depth;

    /** Names come again and again: made once. */
    private final String[] names = new String[NAMES];

    JsonTokens(byte[] text) {
        this.text = text;
        this.source = text;
    }

    char kind() {
        return kind;
    }

    byte[] source() {
        return source;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    /** The current value's characters as a string. */
    String string() {
        return new String(source, from, length, StandardCharsets.UTF_8);
    }

    /** Moves to the next value, whatever it is. */
    void value() throws IOException {
        var first = peek();
        isFresh = first == '{' || first == '[';
        switch (first) {
            case '{', '[' -> begin(first);
            case '"' -> readString();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number(first);
        }
    }

    /**
     * Moves to an array's next element, or an object's next name.
     *
     * @param end of the container
     * @return false at its end
     */
    boolean next(char end) throws IOException {
        var first = peek();
        if (first == end) {
            at++;
            depth--;
            kind = ' ';
            isFresh = false;
            return false;
        }
        if (!isFresh) {
            take(',');
        }
        value();
        return true;
    }

    /** An object's name, which is the current value; moves to its value. */
    String name() throws IOException {
        if (kind != '"') {
            throw wrong("a name was expected");
        }
        var name = knownName();
        peek();
        take(':');
        value();
        return name;
    }

    /** Moves behind the current value. */
    void skip() throws IOException {
        if (kind == '{') {
            while (next('}')) {
                name();
                skip();
            }
        } else if (kind == '[') {
            while (next(']')) {
                skip();
            }
        }
    }

    /** Nothing but space may follow. */
    void end() throws IOException {
        skipSpace();
        if (at < text.length) {
            throw wrong("something follows the answer");
        }
    }

    private void begin(char first) throws IOException {
        if (++depth > DEEPEST) {
            throw wrong("nested too deep");
        }
        kind = first;
        from = at++;
        length = 0;
    }

    private void readString() throws IOException {
        var start = ++at;
        while (at < text.length) {
            var character = text[at];
            if (character == '"') {
                set('"', text, start, at++ - start);
                return;
            }
            if (character == '\\') {
                readEscaped(start);
                return;
            }
            if (character >= 0 && character < ' ') {
                throw wrong("a control character");
            }
            at++;
        }
        throw ended();
    }

    /** From the first escape on into bytes of its own. */
    private void readEscaped(int start) throws IOException {
        var unescaped = new ByteArrayOutputStream();
        unescaped.write(text, start, at - start);
        while (at < text.length) {
            var character = text[at++];
            if (character == '"') {
                set('"', unescaped.toByteArray(), 0, unescaped.size());
                return;
            }
            if (character >= 0 && character < ' ') {
                throw wrong("a control character");
            }
            if (character == '\\') {
                unescaped.writeBytes(escaped().getBytes(StandardCharsets.UTF_8));
            } else {
                unescaped.write(character);
            }
        }
        throw ended();
    }

    private String escaped() throws IOException {
        if (at >= text.length) {
            throw ended();
        }
        var character = (char) text[at++];
        return switch (character) {
            case '"', '\\', '/' -> String.valueOf(character);
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> unicode();
            default -> throw wrong("an unknown escape");
        };
    }

    /** One character of UTF-16, or the two of a pair. */
    private String unicode() throws IOException {
        var first = hexadecimal();
        var isPair =
                Character.isHighSurrogate(first)
                        && at + 1 < text.length
                        && text[at] == '\\'
                        && text[at + 1] == 'u';
        if (!isPair) {
            return String.valueOf(first);
        }
        at += 2;
        return String.valueOf(new char[] {first, hexadecimal()});
    }

    private char hexadecimal() throws IOException {
        if (at + 4 > text.length) {
            throw ended();
        }
        var code = 0;
        for (var end = at + 4; at < end; at++) {
            var digit = Character.digit(text[at], 16);
            if (digit < 0) {
                throw wrong("an unknown escape");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private void word(String word) throws IOException {
        var start = at;
        for (var i = 0; i < word.length(); i++) {
            take(word.charAt(i));
        }
        set(word.charAt(0), text, start, word.length());
    }

    private void number(char first) throws IOException {
        if (first != '-' && (first < '0' || first > '9')) {
            throw wrong("a value was expected");
        }
        var start = at++;
        while (at < text.length && "+-.eE0123456789".indexOf(text[at]) >= 0) {
            at++;
        }
        set('0', text, start, at - start);
    }

    private void set(char kind, byte[] source, int from, int length) {
        this.kind = kind;
        this.source = source;
        this.from = from;
        this.length = length;
    }

    private String knownName() {
        if (length == 0) {
            return "";
        }
        var hash = source[from] * 31 + source[from + length - 1] * 7 + length;
        var slot = hash & (NAMES - 1);
        var name = names[slot];
        if (name == null || !isCurrent(name)) {
            name = string();
            names[slot] = name;
        }
        return name;
    }

    private boolean isCurrent(String name) {
        if (name.length() != length) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            if (name.charAt(i) != (char) source[from + i]) {
                return false;
            }
        }
        return true;
    }

    private char peek() throws IOException {
        skipSpace();
        if (at >= text.length) {
            throw ended();
        }
        return (char) text[at];
    }

    private void skipSpace() {
        while (at < text.length && isSpace(text[at])) {
            at++;
        }
    }

    private void take(char wanted) throws IOException {
        if (at >= text.length) {
            throw ended();
        }
        if (text[at] != wanted) {
            throw wrong("'%s' was expected".formatted(wanted));
        }
        at++;
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private IOException wrong(String what) {
        return new IOException("%s at byte %d".formatted(what, at));
    }

    private static IOException ended() {
        return new IOException("the answer ends in the middle");
    }
}
