package org.urunan.web;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.Way;

/** What of the ledger a person or program wants to see, as forms and links write it. */
final class FilterInUrl {

    static final String[] NAMES = {
        "campaign", "donor", "beneficiary", "token", "way", "from", "to", "fromBlock", "toBlock"
    };

    private FilterInUrl() {}

    static LedgerFilter of(Parameters query) {
        return new LedgerFilter(
                query.campaign("campaign"),
                query.address("donor"),
                query.address("beneficiary"),
                query.address("token"),
                query.choice("way", Way.class, Way::word),
                query.day("from"),
                query.day("to"),
                query.number("fromBlock", 0, Long.MAX_VALUE),
                query.number("toBlock", 0, Long.MAX_VALUE));
    }

    /**
     * @param after as the visitor's URL has it
     */
    static LedgerQuery query(
            LedgerFilter filter, boolean isAscending, @Nullable String after, int limit) {
        try {
            return new LedgerQuery(filter, isAscending, after, limit);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.after(Refused.quoted(String.valueOf(after))));
        }
    }

    /** To choose from. */
    @TemplateExtension
    static List<Way> ways(LedgerFilter filter) {
        return List.of(Way.values());
    }

    /** As the query of a link, empty or beginning with {@code ?}. */
    @TemplateExtension
    static String link(LedgerFilter filter) {
        return link(asMap(filter));
    }

    /** The same with one parameter more. */
    @TemplateExtension
    static String link(LedgerFilter filter, String name, String value) {
        var all = asMap(filter);
        all.put(name, value);
        return link(all);
    }

    private static Map<String, Object> asMap(LedgerFilter filter) {
        var way = filter.way();
        @Nullable Object[] values = {
            filter.campaign(),
            filter.donor(),
            filter.beneficiary(),
            filter.token(),
            way == null ? null : way.word(),
            filter.from(),
            filter.to(),
            filter.fromBlock(),
            filter.toBlock()
        };
        var all = new LinkedHashMap<String, Object>();
        for (var i = 0; i < NAMES.length; i++) {
            var value = values[i];
            if (value != null) {
                all.put(NAMES[i], value);
            }
        }
        return all;
    }

    private static String link(Map<String, Object> all) {
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
