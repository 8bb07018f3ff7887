package org.urunan.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Transaction;

/**
 * What a range of blocks adds to the totals, or takes from them, gathered per scope and token and
 * written at once.
 */
final class TotalDeltas {

    private record Key(int scope, short token) {}

    private static final class Delta {
        private BigInteger amount = BigInteger.ZERO;
        private long donations;
        private long donors;
    }

    private final Map<Key, Delta> deltas = new HashMap<>();

    /** One entry more: {@code sign} 1, or less: −1. */
    void add(
            int sign,
            @Nullable Integer campaign,
            int beneficiary,
            short token,
            BigInteger amount,
            int firsts) {
        if (campaign != null) {
            add(sign, campaign, token, amount, Firsts.isOfCampaign(firsts));
        }
        add(sign, -beneficiary, token, amount, Firsts.isOfBeneficiary(firsts));
        add(sign, Scope.EVERYTHING, token, amount, Firsts.isOfEverything(firsts));
    }

    private void add(int sign, int scope, short token, BigInteger amount, boolean isFirst) {
        var delta = deltas.computeIfAbsent(new Key(scope, token), _ -> new Delta());
        delta.amount = sign > 0 ? delta.amount.add(amount) : delta.amount.subtract(amount);
        delta.donations += sign;
        delta.donors += isFirst ? sign : 0;
    }

    void write(Transaction transaction) {
        if (deltas.isEmpty()) {
            return;
        }
        var scopes = new ArrayList<Integer>();
        var tokens = new ArrayList<Short>();
        var amounts = new ArrayList<BigInteger>();
        var donations = new ArrayList<Long>();
        var donors = new ArrayList<Long>();
        deltas.forEach(
                (key, delta) -> {
                    scopes.add(key.scope());
                    tokens.add(key.token());
                    amounts.add(delta.amount);
                    donations.add(delta.donations);
                    donors.add(delta.donors);
                });
        transaction.change(
                """
                merge into total t
                using (select * from unnest(cast(? as integer array), cast(? as smallint array),
                    cast(? as numeric array), cast(? as bigint array), cast(? as bigint array)))
                    as d(scope, token, amount, donations, donors)
                on t.scope = d.scope and t.token = d.token
                when matched then update set amount = t.amount + d.amount,
                    donations = t.donations + d.donations, donors = t.donors + d.donors
                when not matched then insert (scope, token, amount, donations, donors)
                    values (d.scope, d.token, d.amount, d.donations, d.donors)
                """,
                scopes,
                tokens,
                amounts,
                donations,
                donors);
        if (deltas.values().stream().anyMatch(delta -> delta.donations < 0)) {
            // Whatever counts in a scope has a donation there: none left is nothing left.
            transaction.change(
                    """
                    delete from total
                    where donations = 0 and scope = any(cast(? as integer array))
                    """,
                    scopes);
        }
        deltas.clear();
    }
}
