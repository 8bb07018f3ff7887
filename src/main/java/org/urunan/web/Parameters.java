package org.urunan.web;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.OutgoingQuery;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * The query of a request. Empty is the same as absent, as forms send it; everything else that is
 * not right is refused with a sentence, never passed over.
 */
final class Parameters {

    private static final int LONGEST = 200;

    private final MultiMap query;

    Parameters(MultiMap query) {
        this.query = query;
    }

    /** For programs, whose slip of the pen must not widen what they asked for. */
    Parameters only(String... names) {
        var known = Set.of(names);
        for (var name : query.names()) {
            if (!known.contains(name) && !name.equals("lang")) {
                throw new Refused(
                        400,
                        say ->
                                say.unknownParameter(
                                        Refused.quoted(name), String.join(", ", names)));
            }
        }
        return this;
    }

    @Nullable String text(String name) {
        var value = query.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new Refused(400, say -> say.tooLong(name, Integer.toString(LONGEST)));
        }
        return value.strip();
    }

    @Nullable Address address(String name) {
        return parsed(name, value -> addressOf(name, value));
    }

    @Nullable CampaignId campaign(String name) {
        return parsed(name, Parameters::campaignOf);
    }

    @Nullable LocalDate day(String name) {
        return parsed(
                name,
                value -> {
                    try {
                        return LocalDate.parse(value);
                    } catch (DateTimeParseException e) {
                        throw new Refused(400, say -> say.date(name, Refused.quoted(value)));
                    }
                });
    }

    @Nullable Long number(String name, long least, long most) {
        return parsed(name, value -> numberOf(name, value, least, most));
    }

    int limit(int usual, int most) {
        var limit = number("limit", 1, most);
        return limit == null ? usual : limit.intValue();
    }

    /** One of the words that {@code wordOf} gives the constants of {@code type}. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, Function<E, String> wordOf) {
        return parsed(
                name,
                value -> {
                    var constants = List.of(type.getEnumConstants());
                    return constants.stream()
                            .filter(each -> wordOf.apply(each).equals(value))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            noChoice(
                                                    name,
                                                    value,
                                                    constants.stream().map(wordOf).toList()));
                });
    }

    boolean isTrue(String name, String trueWord, String falseWord, boolean usual) {
        var value = text(name);
        if (value == null) {
            return usual;
        }
        if (!value.equals(trueWord) && !value.equals(falseWord)) {
            throw noChoice(name, value, List.of(trueWord, falseWord));
        }
        return value.equals(trueWord);
    }

    static OutgoingQuery outgoing(
            @Nullable Address beneficiary, @Nullable String after, int limit) {
        try {
            return new OutgoingQuery(beneficiary, after, limit);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.after(Refused.quoted(String.valueOf(after))));
        }
    }

    static Address addressOf(String name, String value) {
        try {
            return Address.parse(value);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.address(name, Refused.quoted(value)));
        }
    }

    static Hash hashOf(String value) {
        try {
            return Hash.parse(value.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.hash(Refused.quoted(value)));
        }
    }

    static CampaignId campaignOf(String value) {
        try {
            return CampaignId.parse(value);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.campaignId(Refused.quoted(value)));
        }
    }

    static long numberOf(String name, String value, long least, long most) {
        if (value.matches("[0-9]{1,18}")) {
            var number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Refused(
                400,
                say ->
                        say.number(
                                name,
                                Refused.quoted(value),
                                Long.toString(least),
                                Long.toString(most)));
    }

    private static Refused noChoice(String name, String value, List<String> words) {
        return new Refused(
                400, say -> say.choice(name, Refused.quoted(value), String.join(", ", words)));
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parser) {
        var value = text(name);
        return value == null ? null : parser.apply(value);
    }
}
