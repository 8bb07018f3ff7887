package org.urunan.ledger;

import java.util.List;
import java.util.Locale;

/** How a donation came. */
public enum Way {
    CONTRACT(0),
    AUTHORIZATION(1),
    TAGGED(2),
    DIRECT(3);

    private static final List<Way> ALL = List.of(values());

    private final int code;

    Way(int code) {
        this.code = code;
    }

    /** What the database and the digest's bytes keep: it never changes. */
    int code() {
        return code;
    }

    static Way of(int code) {
        return ALL.get(code);
    }

    /** The API's and the pages' word, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
