package org.urunan.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. There is no cookie: the address or the browser says which one. */
enum Language {
    EN("HH:mm"),
    ID("HH.mm");

    private final Locale locale = Locale.of(name().toLowerCase(Locale.ROOT));
    private final DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
    private final DateTimeFormatter time;

    Language(String clock) {
        time = DateTimeFormatter.ofPattern("d MMM yyyy, " + clock, locale);
    }

    /** {@code ?lang=} wins, then the first language of the browser that is spoken here. */
    static Language of(@Nullable String parameter, List<Locale> accepted) {
        for (var language : values()) {
            if (language.tag().equals(parameter)) {
                return language;
            }
        }
        for (var wanted : accepted) {
            for (var language : values()) {
                // Java knows Indonesian by its old code "in" as well.
                if (language.locale.getLanguage().equals(wanted.getLanguage())) {
                    return language;
                }
            }
        }
        return EN;
    }

    Locale locale() {
        return locale;
    }

    /** The month by name, so that nobody takes it for the day. */
    DateTimeFormatter day() {
        return day;
    }

    DateTimeFormatter time() {
        return time;
    }

    String tag() {
        return locale.getLanguage();
    }
}
