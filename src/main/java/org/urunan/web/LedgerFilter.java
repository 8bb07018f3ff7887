package org.urunan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.Way;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * What of the ledger a person or program wants to see, as forms and links write it.
 *
 * @param from the first day, UTC
 * @param to the last day, UTC
 */
public record LedgerFilter(
        @Nullable CampaignId campaign,
        @Nullable Address donor,
        @Nullable Address beneficiary,
        @Nullable Address token,
        @Nullable Way way,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long fromBlock,
        @Nullable Long toBlock) {

    static final String[] NAMES = {
        "campaign", "donor", "beneficiary", "token", "way", "from", "to", "fromBlock", "toBlock"
    };

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

    static LedgerFilter none() {
        return new LedgerFilter(null, null, null, null, null, null, null, null, null);
    }

    LedgerFilter ofCampaign(CampaignId id) {
        return new LedgerFilter(id, donor, beneficiary, token, way, from, to, fromBlock, toBlock);
    }

    LedgerFilter on(LocalDate day) {
        return new LedgerFilter(
                campaign, donor, beneficiary, token, way, day, day, fromBlock, toBlock);
    }

    LedgerQuery query(boolean isAscending, @Nullable String after, int limit) {
        try {
            return new LedgerQuery(
                    campaign,
                    donor,
                    beneficiary,
                    token,
                    way,
                    fromBlock,
                    toBlock,
                    from == null ? null : from.atStartOfDay().toInstant(ZoneOffset.UTC),
                    to == null
                            ? null
                            : to.plusDays(1)
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC)
                                    .minusSeconds(1),
                    isAscending,
                    after,
                    limit);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, say -> say.after(Refused.quoted(String.valueOf(after))));
        }
    }

    public List<Way> ways() {
        return List.of(Way.values());
    }

    public boolean isEmpty() {
        return equals(none());
    }

    public boolean isAcrossCampaigns() {
        return campaign == null;
    }

    /** Whether more is asked for than one campaign's ledger. */
    public boolean isNarrow() {
        return donor != null
                || beneficiary != null
                || token != null
                || way != null
                || from != null
                || to != null
                || fromBlock != null
                || toBlock != null;
    }

    /** As the query of a link, empty or beginning with {@code ?}. */
    public String link() {
        return link(asMap());
    }

    /** The same with one parameter more. */
    public String link(String name, String value) {
        var all = asMap();
        all.put(name, value);
        return link(all);
    }

    private Map<String, Object> asMap() {
        var all = new LinkedHashMap<String, Object>();
        Object[] values = {campaign, donor, beneficiary, token, null, from, to, fromBlock, toBlock};
        for (var i = 0; i < NAMES.length; i++) {
            if (values[i] != null) {
                all.put(NAMES[i], values[i]);
            }
        }
        if (way != null) {
            all.put("way", way.word());
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
