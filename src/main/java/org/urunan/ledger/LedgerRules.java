package org.urunan.ledger;

import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.money.TokenList;

/**
 * What counts, as what, and for whom: from the chain and the token list alone, so that every node
 * that reads the same chain says the same. The rules stand in docs/ledger-format.md; {@link
 * TransactionRules} has them one by one.
 */
final class LedgerRules {

    private final TokenList tokens;
    private final Announcements announcements;

    /**
     * @param announcements as of the block before the next update; moved on by every update
     */
    LedgerRules(TokenList tokens, Announcements announcements) {
        this.tokens = tokens;
        this.announcements = announcements;
    }

    Judgement judge(Appended update) {
        var judgement = new Judgement();
        for (var facts : TxFacts.of(update)) {
            new TransactionRules(tokens, announcements, facts, judgement).apply();
        }
        return judgement;
    }
}
