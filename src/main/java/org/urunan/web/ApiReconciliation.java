package org.urunan.web;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.Reconciliation;

/**
 * What a beneficiary should own of a token at a final block, and what it owns. Amounts are decimal
 * strings in base units.
 *
 * @param opening null if no endpoint knows what it had when it became known
 * @param unexplained {@code balance − (opening + received − sent)}; null without {@code opening}
 * @param block where all of it holds
 */
public record ApiReconciliation(
        String token,
        String symbol,
        int decimals,
        @Nullable String opening,
        String received,
        String sent,
        String balance,
        @Nullable String unexplained,
        ApiBlock block) {

    static ApiReconciliation of(Reconciliation of) {
        return new ApiReconciliation(
                of.token().address().toString(),
                of.token().symbol(),
                of.token().decimals(),
                text(of.opening()),
                of.received().toString(),
                of.sent().toString(),
                of.balance().toString(),
                text(of.unexplained()),
                ApiBlock.of(of.block()));
    }

    private static @Nullable String text(@Nullable BigInteger amount) {
        return amount == null ? null : amount.toString();
    }
}
