package org.urunan.ledger;

import java.util.regex.Pattern;

/**
 * Where a page begins or ends: a position, exclusive, and whether the page lies behind it or before
 * it in the order of the query.
 */
record PageKey(long position, boolean isBackward) {

    private static final Pattern FORM = Pattern.compile("[np][0-9a-z]{1,12}");

    /**
     * @throws IllegalArgumentException with a sentence for people if it is no key of a page
     */
    static PageKey parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "This is not the key of a page; take \"next\" or \"previous\" of an answer.");
        }
        return new PageKey(Long.parseLong(text.substring(1), 36), text.charAt(0) == 'p');
    }

    static String behind(long position) {
        return "n" + Long.toString(position, 36);
    }

    static String before(long position) {
        return "p" + Long.toString(position, 36);
    }
}
