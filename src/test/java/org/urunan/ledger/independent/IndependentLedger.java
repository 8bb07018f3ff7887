package org.urunan.ledger.independent;

import java.util.Comparator;
import java.util.List;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.money.Address;
import org.urunan.money.TokenList;

/** What a ledger of a chain must hold, table by table: each row is one line. */
public final class IndependentLedger {

    private final Facts facts;
    private final AllSaid said;
    private final Judged judged;
    private final Sums sums;

    public IndependentLedger(TokenList tokens, Address contract, List<Appended> chain) {
        this.facts = Facts.of(chain);
        this.said = new AllSaid(facts.logs());
        this.judged = new Judged(said);
        var ofLogs = new LogRules(facts, tokens, contract, said, judged);
        var ofNatives = new NativeRules(facts, tokens, said, judged);
        facts.byTransaction().forEach(ofLogs::judge);
        facts.natives().forEach(ofNatives::judge);
        this.sums = new Sums(tokens, judged.entries(), judged.sent());
    }

    /** position tx campaign beneficiary donor token amount way self afterClosing */
    public List<String> entries() {
        return judged.entries().stream().map(Entry::row).toList();
    }

    /** position tx campaign beneficiary donor token amount reason */
    public List<String> rejected() {
        return judged.rejected();
    }

    /** position tx beneficiary to token amount */
    public List<String> outgoing() {
        return judged.sent().stream()
                .sorted(Comparator.comparingLong(Sent::position))
                .map(Sent::row)
                .toList();
    }

    /** position campaign what about tx */
    public List<String> statements() {
        return said.statements();
    }

    /** id announced revised closed moved content */
    public List<String> campaigns() {
        return said.campaigns();
    }

    /** address known-from */
    public List<String> beneficiaries() {
        return said.beneficiaries();
    }

    public List<String> donors() {
        return judged.entries().stream()
                .map(e -> e.donor().toString())
                .distinct()
                .sorted()
                .toList();
    }

    /** scope token amount donations donors */
    public List<String> totals() {
        return sums.totals();
    }

    /** scope date donations */
    public List<String> days() {
        return sums.days(facts.times());
    }

    /** beneficiary token received sent last movement, of what is final */
    public List<String> tally(long finalised) {
        return sums.tally(said.speakers(), finalised);
    }

    /** number digest, for every block with entries up to {@code finalised}. */
    public List<String> digests(LedgerOrigin origin, long finalised) {
        return new DigestRows(origin).of(judged.entries(), facts.blocks(), finalised);
    }
}
