package org.urunan.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Statement.Kind;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainLog.AuthorizationUsed;
import org.urunan.chain.ChainLog.Donated;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.chain.NativeTransfer;
import org.urunan.money.Address;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** The rules for one transaction: used once. */
final class TransactionRules {

    private final Address contract;
    private final TokenList tokens;
    private final Announcements announcements;
    private final TxFacts facts;
    private final Findings findings;
    private final NamedCampaigns named;

    /** Donations that wait for their Transfer; one of native coin may wait in vain. */
    private final List<Donated> waiting = new ArrayList<>();

    TransactionRules(
            Address contract,
            TokenList tokens,
            Announcements announcements,
            TxFacts facts,
            Judgement judgement) {
        this.contract = contract;
        this.tokens = tokens;
        this.announcements = announcements;
        this.facts = facts;
        this.findings = new Findings(announcements, facts.txHash(), judgement);
        this.named = new NamedCampaigns(announcements, facts);
    }

    void apply() {
        var own = facts.transfer();
        if (own != null && !isLogged(own)) {
            moved(own);
        }
        facts.logs().forEach(this::happened);
        for (var donated : waiting) {
            if (!donated.token().equals(Token.NATIVE)) {
                findings.reject(donated, RejectionReason.NO_TRANSFER);
            }
        }
    }

    /** Rule 7: what a log tells as well is named by the log. */
    private boolean isLogged(NativeTransfer own) {
        for (var log : facts.logs()) {
            if (log instanceof Transferred moved
                    && moved.isNative()
                    && moved.from().equals(own.from())
                    && moved.to().equals(own.to())
                    && moved.amount().equals(own.amount())) {
                return true;
            }
        }
        return false;
    }

    private void happened(ChainLog log) {
        switch (log) {
            case ChainLog.Announced said ->
                    findings.say(
                            said.place(),
                            said.campaign(),
                            Kind.ANNOUNCED,
                            said.contentHash(),
                            null);
            case ChainLog.Closed said ->
                    findings.say(said.place(), said.campaign(), Kind.CLOSED, null, null);
            case ChainLog.Moved said ->
                    findings.say(said.place(), said.campaign(), Kind.MOVED, null, said.to());
            case Donated donated -> donated(donated);
            case Transferred transferred -> transferred(transferred);
            case AuthorizationUsed _ -> {}
        }
    }

    /** Rules 1 to 3 for our contract's log; a token's Transfer is still to come. */
    private void donated(Donated donated) {
        var beneficiary = donated.campaign().beneficiary();
        if (!tokens.contains(donated.token())) {
            findings.reject(donated, RejectionReason.UNLISTED_TOKEN);
        } else if (donated.amount().signum() == 0) {
            findings.reject(donated, RejectionReason.ZERO_AMOUNT);
        } else if (!announcements.isKnown(beneficiary)) {
            findings.reject(donated, RejectionReason.BENEFICIARY_NOT_ANNOUNCED);
        } else if (donated.token().equals(Token.NATIVE)) {
            waiting.add(donated);
            findings.count(
                    donated.place().position(),
                    named.ifAnnounced(donated.campaign()),
                    beneficiary,
                    donated.donor(),
                    donated.token(),
                    donated.amount(),
                    Way.CONTRACT);
        } else {
            waiting.add(donated);
        }
    }

    /** Rules 3 and 4 for a token's own log, and rule 7 for one of native coin. */
    private void transferred(Transferred moved) {
        if (!tokens.contains(moved.token())) {
            return;
        }
        findings.sent(
                moved.place().position(), moved.from(), moved.to(), moved.token(), moved.amount());
        if (!announcements.isKnown(moved.to())) {
            return;
        }
        if (moved.amount().signum() == 0) {
            findings.rejectZero(moved);
            return;
        }
        var donated = firstWaitingFor(moved);
        if (donated == null) {
            transferredAlone(moved);
        } else if (!moved.isNative()) {
            findings.count(moved, named.ifAnnounced(donated.campaign()), Way.CONTRACT);
        }
    }

    private void transferredAlone(Transferred moved) {
        var authorized = named.byAuthorization(moved);
        if (authorized != null) {
            findings.count(moved, authorized, Way.AUTHORIZATION);
            return;
        }
        var tagged = named.byTag(moved);
        if (tagged != null) {
            findings.count(moved, tagged, Way.TAGGED);
            return;
        }
        findings.count(moved, announcements.onlyOpen(moved.to()), Way.DIRECT);
    }

    /** Rule 5: the transaction's own value. */
    private void moved(NativeTransfer transfer) {
        if (!tokens.contains(Token.NATIVE) || transfer.amount().signum() == 0) {
            return;
        }
        var position = transfer.position();
        findings.sent(position, transfer.from(), transfer.to(), Token.NATIVE, transfer.amount());
        if (!announcements.isKnown(transfer.to())) {
            return;
        }
        var tagged = named.byTag(transfer);
        findings.count(
                position,
                tagged != null ? tagged : announcements.onlyOpen(transfer.to()),
                transfer.to(),
                transfer.from(),
                Token.NATIVE,
                transfer.amount(),
                tagged != null ? Way.TAGGED : Way.DIRECT);
    }

    private @Nullable Donated firstWaitingFor(Transferred moved) {
        for (var donated : waiting) {
            if (donated.token().equals(moved.token())
                    && moved.from().equals(moved.isNative() ? contract : donated.donor())
                    && donated.campaign().beneficiary().equals(moved.to())
                    && donated.amount().equals(moved.amount())) {
                waiting.remove(donated);
                return donated;
            }
        }
        return null;
    }
}
