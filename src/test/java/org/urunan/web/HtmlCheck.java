package org.urunan.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether tags are balanced, attributes quoted, ids unique and ampersands written out. */
final class HtmlCheck {

    private static final Set<String> VOID =
            Set.of("meta", "link", "input", "img", "br", "hr", "source", "wbr");
    private static final Pattern TAG =
            Pattern.compile(
                    "<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[^\\s=>/\"']+(?:=\"[^\"<]*\")?)*)\\s*(/?)>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("\\s(?:for|aria-labelledby|aria-describedby)=\"([^\"]+)\"");
    private static final Pattern AMPERSAND = Pattern.compile("&(?!#?\\w+;)");

    private HtmlCheck() {}

    static List<String> problemsOf(String html) {
        var problems = new ArrayList<String>();
        var body = html.replaceFirst("(?i)<!DOCTYPE html>", "");
        var open = new ArrayDeque<String>();
        var ids = new HashSet<String>();
        var tags = TAG.matcher(body);
        var at = 0;
        while (tags.find()) {
            text(body.substring(at, tags.start()), problems);
            at = tags.end();
            balance(tags.group(1), tags.group(2), tags.group(4), open, problems);
            ID.matcher(tags.group(3))
                    .results()
                    .filter(id -> !ids.add(id.group(1)))
                    .forEach(id -> problems.add("twice: id " + id.group(1)));
        }
        text(body.substring(at), problems);
        open.forEach(tag -> problems.add("never closed: " + tag));
        REFERENCE
                .matcher(body)
                .results()
                .flatMap(found -> List.of(found.group(1).split(" ")).stream())
                .filter(id -> !ids.contains(id))
                .forEach(id -> problems.add("named but not there: " + id));
        return problems;
    }

    private static void balance(
            String slash,
            String name,
            String empty,
            ArrayDeque<String> open,
            List<String> problems) {
        if (VOID.contains(name) || !empty.isEmpty()) {
            return;
        }
        if (slash.isEmpty()) {
            open.push(name);
        } else if (open.isEmpty() || !open.pop().equals(name)) {
            problems.add("closes what is not open: " + name);
        }
    }

    private static void text(String text, List<String> problems) {
        if (text.contains("<")) {
            problems.add("not a tag: " + text.strip());
        }
        if (AMPERSAND.matcher(text).find()) {
            problems.add("a bare ampersand: " + text.strip());
        }
    }
}
