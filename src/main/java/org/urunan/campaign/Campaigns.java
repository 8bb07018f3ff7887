package org.urunan.campaign;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/** The campaigns that the ledger wrote, read in one snapshot. */
public final class Campaigns {

    private static final String SELECT =
            """
            select c.campaign_id, c.content_hash, c.announced_at, a.time, c.revised_at, r.time,
                c.closed_at is not null, c.moved_to
            from campaign c
            join block a on a.number = c.announced_at / 67108864
            join block r on r.number = c.revised_at / 67108864
            left join manifest m on m.hash = c.content_hash
            """;

    private final Snapshot snapshot;

    public Campaigns(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public Optional<Campaign> find(CampaignId id) {
        return snapshot.first(SELECT + "where c.campaign_id = ?", Campaigns::campaign, id);
    }

    /**
     * Newest first.
     *
     * @param withheld texts that this node does not show: none of their words finds a campaign
     */
    public CampaignPage page(CampaignQuery query, Collection<Hash> withheld) {
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        conditions(query, conditions, parameters);
        if (query.isOfText() && !withheld.isEmpty()) {
            conditions.add("not (c.content_hash = any(cast(? as bytea array)))");
            parameters.add(withheld);
        }
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        var keys = new ArrayList<Long>();
        var found =
                snapshot.list(
                        SELECT
                                + where
                                + " order by c.announced_at desc limit "
                                + (query.limit() + 1),
                        row -> {
                            keys.add(row.number(3));
                            return campaign(row);
                        },
                        parameters.toArray());
        if (found.size() <= query.limit()) {
            return new CampaignPage(found, null);
        }
        return new CampaignPage(
                List.copyOf(found.subList(0, query.limit())),
                Long.toString(keys.get(query.limit() - 1), 36));
    }

    /**
     * The titles of these campaigns, as far as this node has their texts.
     *
     * @param isShown whether the text with this hash may be shown
     */
    public Map<CampaignId, String> titlesOf(Collection<CampaignId> ids, Predicate<Hash> isShown) {
        var titles = new HashMap<CampaignId, String>();
        if (!ids.isEmpty()) {
            snapshot.each(
                    """
                    select c.campaign_id, m.title, m.hash
                    from campaign c join manifest m on m.hash = c.content_hash
                    where c.campaign_id in (%s)
                    """
                            .formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))),
                    row -> {
                        if (isShown.test(row.hash(3))) {
                            titles.put(row.campaignId(1), row.text(2));
                        }
                        return true;
                    },
                    ids.toArray());
        }
        return titles;
    }

    /**
     * A number that the beneficiary has not announced: one above its highest, 1 for its first. Who
     * has used the very highest gets the lowest free one.
     */
    public BigInteger freeNumberOf(Address beneficiary) {
        var highest =
                snapshot.first(
                        """
                        select campaign_id from campaign where campaign_id between ? and ?
                        order by campaign_id desc limit 1""",
                        row -> row.campaignId(1).number(),
                        new CampaignId(beneficiary, BigInteger.ZERO),
                        new CampaignId(beneficiary, CampaignId.HIGHEST_NUMBER));
        var next = highest.map(BigInteger.ONE::add).orElse(BigInteger.ONE);
        if (next.compareTo(CampaignId.HIGHEST_NUMBER) > 0) {
            next = BigInteger.ONE;
            while (find(new CampaignId(beneficiary, next)).isPresent()) {
                next = next.add(BigInteger.ONE);
            }
        }
        return next;
    }

    private static void conditions(
            CampaignQuery query, List<String> conditions, List<Object> parameters) {
        if (query.beneficiary() != null) {
            conditions.add("c.beneficiary = (select id from beneficiary where address = ?)");
            parameters.add(query.beneficiary());
        }
        if (query.category() != null) {
            conditions.add("m.category = ?");
            parameters.add(query.category().word());
        }
        if (query.open() != null) {
            var isOpen = "c.closed_at is null and c.moved_to is null";
            conditions.add(query.open() ? isOpen : "not (" + isOpen + ")");
        }
        for (var word : words(query.text())) {
            conditions.add("m.search like ? escape '!'");
            parameters.add("%" + word.replaceAll("([!%_])", "!$1") + "%");
        }
        if (query.after() != null) {
            conditions.add("c.announced_at < ?");
            parameters.add(Long.parseLong(query.after(), 36));
        }
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", 8));
    }

    private static Campaign campaign(Row row) throws SQLException {
        return new Campaign(
                row.campaignId(1),
                row.hash(2),
                Position.blockNumber(row.number(3)),
                Instant.ofEpochSecond(row.number(4)),
                Position.blockNumber(row.number(5)),
                Instant.ofEpochSecond(row.number(6)),
                row.truth(7),
                row.campaignIdOrNull(8));
    }
}
