package org.urunan.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Transaction;

/**
 * In which scopes an entry is its donor's first of its token: for the campaign, for the
 * beneficiary, in the whole ledger. These three bits stand in the entry, so the number of distinct
 * donors is their count, and what a reorg takes away takes its bits along. Entries marked self have
 * none.
 */
final class Firsts {

    private static final int CAMPAIGN = 1;
    private static final int BENEFICIARY = 2;
    private static final int EVERYTHING = 4;

    /** A campaign's id, or null for gifts that are not for one campaign. */
    record Key(int donor, short token, int beneficiary, @Nullable Integer campaign) {}

    private record OfBeneficiary(int donor, short token, int beneficiary) {}

    private record OfEverything(int donor, short token) {}

    private final Set<Object> seen = new HashSet<>();

    private Firsts() {}

    static boolean isOfCampaign(int firsts) {
        return (firsts & CAMPAIGN) != 0;
    }

    static boolean isOfBeneficiary(int firsts) {
        return (firsts & BENEFICIARY) != 0;
    }

    static boolean isOfEverything(int firsts) {
        return (firsts & EVERYTHING) != 0;
    }

    /**
     * The bits of new entries, in their order.
     *
     * @param keys null for an entry marked self
     * @param created donors of which nothing is stored yet
     */
    static List<Integer> of(
            Transaction transaction, List<@Nullable Key> keys, Set<Integer> created) {
        var firsts = new Firsts();
        firsts.look(transaction, keys, created);
        var all = new ArrayList<Integer>(keys.size());
        keys.forEach(key -> all.add(key == null ? 0 : firsts.bits(key)));
        return all;
    }

    static int bits(boolean isOfCampaign, boolean isOfBeneficiary, boolean isOfEverything) {
        return (isOfCampaign ? CAMPAIGN : 0)
                | (isOfBeneficiary ? BENEFICIARY : 0)
                | (isOfEverything ? EVERYTHING : 0);
    }

    private int bits(Key key) {
        return bits(
                key.campaign() != null && seen.add(key),
                seen.add(new OfBeneficiary(key.donor(), key.token(), key.beneficiary())),
                seen.add(new OfEverything(key.donor(), key.token())));
    }

    /**
     * Finds what is stored of those donors. Who gave to a campaign gave to its beneficiary, so the
     * narrowest scope is asked for first; each question is one step into one index.
     */
    private void look(Transaction transaction, List<@Nullable Key> keys, Set<Integer> created) {
        var asked = new LinkedHashSet<Key>();
        for (var key : keys) {
            if (key != null && !created.contains(key.donor())) {
                asked.add(key);
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        transaction.each(
                """
                select k.donor, k.token, k.beneficiary, k.campaign, case
                    when (select e.donor from entry e where e.donor = k.donor and e.token = k.token
                        and e.self = false and e.beneficiary = k.beneficiary
                        and e.campaign = k.campaign limit 1) is not null then 3
                    when (select e.donor from entry e where e.donor = k.donor and e.token = k.token
                        and e.self = false and e.beneficiary = k.beneficiary
                        limit 1) is not null then 2
                    when (select e.donor from entry e where e.donor = k.donor and e.token = k.token
                        and e.self = false limit 1) is not null then 1
                    else 0 end
                from unnest(cast(? as integer array), cast(? as smallint array),
                    cast(? as integer array), cast(? as integer array))
                    as k(donor, token, beneficiary, campaign)
                """,
                row -> {
                    var campaign = row.numberOrNull(4);
                    remember(
                            new Key(
                                    row.integer(1),
                                    (short) row.integer(2),
                                    row.integer(3),
                                    campaign == null ? null : campaign.intValue()),
                            row.integer(5));
                    return seen;
                },
                asked.stream().map(Key::donor).toList(),
                asked.stream().map(Key::token).toList(),
                asked.stream().map(Key::beneficiary).toList(),
                new ArrayList<>(asked.stream().map(Key::campaign).toList()));
    }

    /**
     * @param depth 1 if its donor gave to anyone, 2 to the beneficiary, 3 to the campaign
     */
    private void remember(Key key, int depth) {
        if (depth >= 1) {
            seen.add(new OfEverything(key.donor(), key.token()));
        }
        if (depth >= 2) {
            seen.add(new OfBeneficiary(key.donor(), key.token(), key.beneficiary()));
        }
        if (depth >= 3) {
            seen.add(key);
        }
    }
}
