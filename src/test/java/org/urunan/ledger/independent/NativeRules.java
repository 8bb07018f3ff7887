package org.urunan.ledger.independent;

import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.chain.NativeTransfer;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** Rule 5: what a plain native transfer comes to, unless a log says the same. */
final class NativeRules {

    private final Facts facts;
    private final TokenList tokens;
    private final AllSaid said;
    private final Judged judged;

    NativeRules(Facts facts, TokenList tokens, AllSaid said, Judged judged) {
        this.facts = facts;
        this.tokens = tokens;
        this.said = said;
        this.judged = judged;
    }

    void judge(NativeTransfer n) {
        if (!tokens.contains(Token.NATIVE) || facts.logs().stream().anyMatch(log -> says(log, n))) {
            return;
        }
        var it = Handover.of(n, standsBefore(n));
        judged.send(it);
        if (said.isKnown(it.to(), it.at())) {
            judged.countNative(it, n.data());
        }
    }

    private static boolean says(ChainLog log, NativeTransfer n) {
        return log instanceof Transferred t
                && t.place().txHash().equals(n.txHash())
                && Handover.isOfNative(t)
                && t.from().equals(n.from())
                && t.to().equals(n.to())
                && t.amount().equals(n.amount());
    }

    /** What logs of the same block say counts if their transaction comes before. */
    private long standsBefore(NativeTransfer n) {
        return facts.logs().stream()
                .filter(log -> log.place().blockNumber() == n.block().number())
                .filter(log -> log.place().txIndex() >= n.txIndex())
                .mapToLong(Places::of)
                .min()
                .orElse(Places.startOf(n.block().number() + 1));
    }
}
