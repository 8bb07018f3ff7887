package org.urunan.web;

import java.util.function.Function;

/**
 * A request that cannot be answered, and the sentence, in the visitor's language, that says why.
 */
final class Refused extends RuntimeException {

    private static final int LONGEST_VALUE = 80;

    private final int status;
    private final transient Function<ErrorMessages, String> sentence;

    /**
     * @param status an HTTP status from 400
     */
    Refused(int status, Function<ErrorMessages, String> sentence) {
        super(null, null, false, false);
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String in(ErrorMessages messages) {
        return sentence.apply(messages);
    }

    /** A visitor's value as sentences quote it: never longer than a line. */
    static String quoted(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
