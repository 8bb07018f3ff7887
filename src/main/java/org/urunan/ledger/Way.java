package org.urunan.ledger;

/** How a donation came. The database keeps {@link #ordinal}, so the order never changes. */
public enum Way {
    CONTRACT,
    AUTHORIZATION,
    TAGGED,
    DIRECT;

    /** The API's and the pages' word, lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
