package org.urunan.ledger;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.money.Token;

/**
 * What a beneficiary should own of a token at a final block, and what it does own. Amounts are base
 * units.
 *
 * @param opening its balance when it became known; null if no endpoint keeps so old a state. What
 *     else happened in that block, the announcement's fee for one, is part of it.
 * @param received all entries since then, those marked self included
 * @param sent all outgoing transfers since then
 * @param balance on the chain, at the end of {@code block}
 */
public record Reconciliation(
        Token token,
        @Nullable BigInteger opening,
        BigInteger received,
        BigInteger sent,
        BigInteger balance,
        BlockRef block) {

    public boolean isOpeningKnown() {
        return opening != null;
    }

    /** What the balance has more than all that is known, below 0 what it has less. */
    public @Nullable BigInteger unexplained() {
        return opening == null ? null : balance.subtract(opening).subtract(received).add(sent);
    }

    /** Whether everything is explained. */
    public boolean isEven() {
        var difference = unexplained();
        return difference != null && difference.signum() == 0;
    }
}
