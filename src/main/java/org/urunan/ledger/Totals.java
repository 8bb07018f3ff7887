package org.urunan.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Position;
import org.urunan.money.TokenList;

/** What was received, read in one snapshot: kept figures, of which nothing is summed here. */
final class Totals {

    private final Snapshot snapshot;
    private final TokenList tokens;
    private final LedgerStatus status;

    Totals(Snapshot snapshot, TokenList tokens, LedgerStatus status) {
        this.snapshot = snapshot;
        this.tokens = tokens;
        this.status = status;
    }

    List<Total> of(CampaignId campaign) {
        return Scope.of(snapshot, campaign)
                .map(scope -> read(scope, "and campaign = " + scope))
                .orElse(List.of());
    }

    List<Total> of(Address beneficiary) {
        return Scope.of(snapshot, beneficiary)
                .map(scope -> read(scope, "and beneficiary = " + -scope))
                .orElse(List.of());
    }

    List<Total> ofEverything() {
        return read(Scope.EVERYTHING, "");
    }

    private List<Total> read(int scope, String condition) {
        var notFinal = notFinal(condition);
        return snapshot.list(
                """
                select a.address, t.amount, t.donations, t.donors
                from total t join token a on a.id = t.token
                where t.scope = ? and t.donations > 0 order by t.token
                """,
                row -> {
                    var token = row.address(1);
                    var amount = row.amount(2);
                    return new Total(
                            tokens.get(token),
                            amount,
                            amount.subtract(notFinal.getOrDefault(token, BigInteger.ZERO)),
                            row.number(3),
                            row.number(4));
                },
                scope);
    }

    /**
     * Sums of the few blocks above the finalised head. Not joined with tokens: H2 would go through
     * all entries of each.
     */
    private Map<Address, BigInteger> notFinal(String condition) {
        var sums = new HashMap<Address, BigInteger>();
        snapshot.each(
                """
                select (select a.address from token a where a.id = e.token), sum(e.amount)
                from entry e
                where e.position > ? and not e.self %s group by e.token
                """
                        .formatted(condition),
                row -> sums.put(row.address(1), row.amount(2)),
                Position.endOf(status.finalised().number()));
        return sums;
    }
}
