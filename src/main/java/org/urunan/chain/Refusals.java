package org.urunan.chain;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What endpoints mean by their error messages. Each provider words the same refusal in its own way;
 * the tables hold the wordings, the tests one real message for each.
 */
final class Refusals {

    private static final int METHOD_NOT_FOUND = -32601;

    /** Group 1, if there is one, is how many blocks would be accepted; with group 2 a range. */
    private static final List<Pattern> TOO_WIDE =
            patterns(
                    "maximum is set to (\\d+)",
                    "max(?:imum)?(?: block)? range[:=] ?([\\d,.]+k?)",
                    "max(?:imum)? block range = ?(\\d+)",
                    "maximum allowed number of requested blocks is (\\d+)",
                    "(?:try with this block range|this block range should work:?)"
                            + " \\[(0x[0-9a-f]+), ?(0x[0-9a-f]+)\\]",
                    "retry with the range (\\d+)-(\\d+)",
                    "up to an? ([\\d,.]+k?) block range",
                    "range \\d+ exceeds limit of (\\d+)",
                    "range \\d+ is bigger than range limit (\\d+)",
                    "server limit, narrow your filter: (\\d+)",
                    "exceeds the range allowed for your plan \\(\\d+ > (\\d+)\\)",
                    "limit the query to at most ([\\d,.]+) blocks",
                    "exceeds? max block range:? ([\\d,.]+)",
                    "block range greater than ([\\d,.]+) max",
                    "block range exceeds ([\\d,.]+)",
                    "query must be smaller than size ([\\d,.]+)",
                    "too wide \\(maximum (\\d+)\\)",
                    "blocks distance: (\\d+)",
                    "maximum allowed is (\\d+) blocks",
                    "range is too large, max is ([\\d,.]+k?) blocks",
                    "ranges over (\\d+) blocks are not supported",
                    "limited to (?:an? )?([\\d,.]+k?)",
                    "block range (?:is )?too (?:wide|large)",
                    "block range limit exceeded",
                    "bigger than maxblockrange",
                    "range exceeds maximum");

    private static final List<Pattern> TOO_MANY =
            patterns(
                    "query returned more than \\d+ results",
                    "query exceeds max results",
                    "logs matched by query exceeds limit",
                    "response size should not greater than",
                    "response (?:is )?too (?:large|big)",
                    "log response size exceeded",
                    "more than \\d+ logs",
                    "too many logs",
                    "request entity too large",
                    "query timeout exceeded");

    private static final List<Pattern> LAGGING =
            patterns(
                    "beyond current head block",
                    "invalid block range params",
                    "blockoutofrange",
                    "unknown block",
                    "header not found",
                    "block not found",
                    "block .*not (?:yet )?available",
                    "finalized block not found");

    private static final List<Pattern> PRUNED =
            patterns(
                    "pruned",
                    "receipt not available",
                    "missing trie node",
                    "state.*(?:unavailable|not available|pruned)",
                    "no state available",
                    "exceeds maximum proof window",
                    "history.*(?:unavailable|not available)");

    private static final List<Pattern> RATE =
            patterns(
                    "rate.?limit",
                    "too many requests",
                    "limit exceeded",
                    "compute units",
                    "throughput",
                    "capacity",
                    "no backend is currently healthy",
                    "error sending request",
                    "try again later");

    private static final List<Pattern> NOT_SUPPORTED =
            patterns(
                    "method .*not (?:found|supported|available|exist)",
                    "(?:not supported|unsupported) method",
                    "does not exist/is not available",
                    "(?:unknown|invalid|unsupported).*(?:tag|finalized)",
                    "finalized.*(?:not supported|unsupported)");

    private Refusals() {}

    /**
     * @param text message and data of a JSON-RPC error
     * @param isRange whether a range of blocks was asked for: then what is not understood is taken
     *     for "too much", because asking for less finds out
     */
    static ChainFailure understand(String endpoint, int code, String text, boolean isRange) {
        var sentence = "%s answered error %d: %s".formatted(endpoint, code, shortened(text));
        for (var pattern : TOO_WIDE) {
            var matcher = pattern.matcher(text);
            if (matcher.find()) {
                return new ChainFailure.RangeTooWide(sentence, accepted(matcher));
            }
        }
        if (matches(TOO_MANY, text)) {
            return new ChainFailure.RangeTooWide(sentence, 0);
        }
        if (code == METHOD_NOT_FOUND || matches(NOT_SUPPORTED, text)) {
            return new ChainFailure.NotSupported(sentence);
        }
        if (matches(PRUNED, text)) {
            return new ChainFailure.Pruned(sentence);
        }
        if (matches(LAGGING, text)) {
            return new ChainFailure.Lagging(sentence);
        }
        if (code == 429 || matches(RATE, text)) {
            return new ChainFailure.RateLimited(sentence, Duration.ZERO);
        }
        return isRange
                ? new ChainFailure.RangeTooWide(sentence, 0)
                : new ChainFailure.Unavailable(sentence, null);
    }

    private static long accepted(Matcher matcher) {
        return switch (matcher.groupCount()) {
            case 0 -> 0;
            case 1 -> number(matcher.group(1));
            default -> Math.max(0, number(matcher.group(2)) - number(matcher.group(1)) + 1);
        };
    }

    private static long number(String text) {
        try {
            if (text.startsWith("0x")) {
                return Long.parseLong(text.substring(2), 16);
            }
            var lower = text.toLowerCase(Locale.ROOT);
            var isThousands = lower.endsWith("k");
            var digits = lower.replaceAll("[^0-9]", "");
            return Long.parseLong(digits) * (isThousands ? 1_000 : 1);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean matches(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static List<Pattern> patterns(String... wordings) {
        return Arrays.stream(wordings)
                .map(wording -> Pattern.compile(wording, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    private static String shortened(String text) {
        var oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() <= 200 ? oneLine : oneLine.substring(0, 200) + "…";
    }
}
