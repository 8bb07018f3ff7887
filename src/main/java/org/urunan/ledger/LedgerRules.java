package org.urunan.ledger;

import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.money.Address;
import org.urunan.money.TokenList;

/**
 * What counts, as what, and for whom: from the chain and the token list alone, so that every node
 * that reads the same chain says the same. The rules stand in docs/ledger-format.md; {@link
 * TransactionRules} has them one by one.
 */
final class LedgerRules {

    private final Address contract;
    private final TokenList tokens;
    private final Announcements announcements;

    /**
     * @param contract who pays native donations on
     * @param announcements as of the block before the next update; moved on by every update
     */
    LedgerRules(Address contract, TokenList tokens, Announcements announcements) {
        this.contract = contract;
        this.tokens = tokens;
        this.announcements = announcements;
    }

    Judgement judge(Appended update) {
        var judgement = new Judgement();
        for (var facts : TxFacts.of(update)) {
            new TransactionRules(contract, tokens, announcements, facts, judgement).apply();
        }
        return judgement;
    }
}
