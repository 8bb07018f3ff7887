package org.urunan.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Problem.Kind;

/**
 * The members of one JSON object of a manifest. Each question adds to the problems what is wrong
 * with the answer.
 *
 * @param path what problems' fields begin with: empty for the manifest itself
 */
record Members(String path, JsonNode object, List<Problem> problems) {

    /** One element of a list, with its place in the manifest. */
    record Item(String field, JsonNode value, List<Problem> problems) {
        void problem(Kind kind) {
            problems.add(Problem.of(field, kind));
        }
    }

    void problem(String name, Kind kind, Object... values) {
        problems.add(Problem.of(field(name), kind, values));
    }

    void onlyHas(Set<String> names) {
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!names.contains(name)) {
                                problems.add(Problem.of(path, Kind.UNKNOWN_MEMBER, shown(name)));
                            }
                        });
    }

    /** Short, and without what could begin a new line of a log or turn its text around. */
    private static String shown(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    boolean has(String name) {
        return object.has(name);
    }

    @Nullable JsonNode required(String name) {
        var value = object.get(name);
        if (value == null) {
            problem(name, Kind.MISSING);
        }
        return value;
    }

    @Nullable String text(String name) {
        var value = required(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            problem(name, Kind.WRONG_TYPE);
            return null;
        }
        return value.textValue();
    }

    String line(String name, int least, int most) {
        var text = text(name);
        if (text != null && hasLength(name, text, least, most)) {
            PlainText.problemOfLine(text).ifPresent(kind -> problem(name, kind));
        }
        return text == null ? "" : text;
    }

    String story(String name, int most) {
        var text = text(name);
        if (text != null && hasLength(name, text, 1, most)) {
            PlainText.problemOfStory(text).ifPresent(kind -> problem(name, kind));
        }
        return text == null ? "" : text;
    }

    private boolean hasLength(String name, String text, int least, int most) {
        if (least > 0 && text.isBlank()) {
            problem(name, Kind.EMPTY);
            return false;
        }
        if (text.codePointCount(0, text.length()) > most) {
            problem(name, Kind.TOO_LONG, most);
            return false;
        }
        return true;
    }

    String oneOf(String name, List<String> words) {
        var text = text(name);
        if (text != null && !words.contains(text)) {
            problem(name, Kind.NOT_ONE_OF, String.join(", ", words));
        }
        return text == null ? "" : text;
    }

    /** The object of this name; null if it is absent (allowed) or no object (a problem). */
    @Nullable Members object(String name) {
        var value = object.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            problem(name, Kind.WRONG_TYPE);
            return null;
        }
        return new Members(field(name), value, problems);
    }

    List<Item> list(String name, int most) {
        var value = required(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            problem(name, Kind.WRONG_TYPE);
            return List.of();
        }
        if (value.size() > most) {
            problem(name, Kind.TOO_MANY, most);
            return List.of();
        }
        var items = new ArrayList<Item>();
        for (var i = 0; i < value.size(); i++) {
            items.add(new Item(field(name) + "[" + i + "]", value.get(i), problems));
        }
        return items;
    }

    private String field(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
