package org.urunan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Snapshot;
import org.urunan.database.Transaction;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;

/**
 * The short numbers that stand for addresses and campaigns in rows. Tokens, beneficiaries and
 * campaigns are all known here; of the donors, those seen lately.
 */
final class Ids {

    private static final int DONORS_REMEMBERED = 200_000;

    private final Map<Address, Short> tokens = new HashMap<>();
    private final Map<Address, Integer> beneficiaries = new HashMap<>();
    private final Map<CampaignId, Integer> campaigns = new HashMap<>();
    private final Map<Address, Integer> donors =
            new LinkedHashMap<>(1024, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Address, Integer> eldest) {
                    return size() > DONORS_REMEMBERED;
                }
            };
    private int lastBeneficiary;
    private int lastCampaign;
    private int lastDonor;

    static Ids load(Snapshot snapshot) {
        var ids = new Ids();
        ids.reload(snapshot);
        return ids;
    }

    void reload(Snapshot snapshot) {
        tokens.clear();
        beneficiaries.clear();
        campaigns.clear();
        snapshot.each(
                "select id, address from token",
                row -> tokens.put(row.address(2), (short) row.integer(1)));
        snapshot.each(
                "select id, address from beneficiary",
                row -> beneficiaries.put(row.address(2), row.integer(1)));
        snapshot.each(
                "select id, campaign_id from campaign",
                row -> campaigns.put(row.campaignId(2), row.integer(1)));
        lastBeneficiary = last(snapshot, "beneficiary");
        lastCampaign = last(snapshot, "campaign");
        lastDonor = last(snapshot, "donor");
    }

    short token(Address token) {
        return known(tokens.get(token), token);
    }

    int beneficiary(Address beneficiary) {
        return known(beneficiaries.get(beneficiary), beneficiary);
    }

    int campaign(CampaignId campaign) {
        return known(campaigns.get(campaign), campaign);
    }

    boolean hasBeneficiary(Address beneficiary) {
        return beneficiaries.containsKey(beneficiary);
    }

    boolean hasCampaign(CampaignId campaign) {
        return campaigns.containsKey(campaign);
    }

    int newBeneficiary(Address beneficiary) {
        beneficiaries.put(beneficiary, ++lastBeneficiary);
        return lastBeneficiary;
    }

    int newCampaign(CampaignId campaign) {
        campaigns.put(campaign, ++lastCampaign);
        return lastCampaign;
    }

    /**
     * The numbers of {@code addresses}; those without one get one.
     *
     * @param created gets those that are new
     */
    Map<Address, Integer> donors(
            Transaction transaction, Set<Address> addresses, Set<Integer> created) {
        var found = new HashMap<Address, Integer>();
        var unknown = new ArrayList<Address>();
        for (var address : addresses) {
            var id = donors.get(address);
            if (id == null) {
                unknown.add(address);
            } else {
                found.put(address, id);
            }
        }
        if (!unknown.isEmpty()) {
            transaction.each(
                    """
                    select d.id, d.address from unnest(cast(? as bytea array)) as k(address)
                    join donor d on d.address = k.address
                    """,
                    row -> found.put(row.address(2), row.integer(1)),
                    unknown);
            unknown.removeAll(found.keySet());
            create(transaction, unknown, found, created);
        }
        donors.putAll(found);
        return found;
    }

    void forgetDonors() {
        donors.clear();
    }

    private void create(
            Transaction transaction,
            List<Address> unknown,
            Map<Address, Integer> found,
            Set<Integer> created) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var address : unknown) {
            lastDonor++;
            found.put(address, lastDonor);
            created.add(lastDonor);
            rows.add(new Object[] {lastDonor, address});
        }
        transaction.insertAll("donor", List.of("id", "address"), rows);
    }

    private static <T> T known(@Nullable T id, Object name) {
        if (id == null) {
            throw new IllegalStateException("The ledger has no number for %s.".formatted(name));
        }
        return id;
    }

    private static int last(Snapshot snapshot, String table) {
        return snapshot.first("select coalesce(max(id), 0) from " + table, row -> row.integer(1))
                .orElse(0);
    }
}
