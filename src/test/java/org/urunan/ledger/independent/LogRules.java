package org.urunan.ledger.independent;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainLog.AuthorizationUsed;
import org.urunan.chain.ChainLog.Donated;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** Rules 1 to 4: what the logs of one transaction come to. */
final class LogRules {

    private final Facts facts;
    private final TokenList tokens;
    private final Address contract;
    private final AllSaid said;
    private final Judged judged;

    LogRules(Facts facts, TokenList tokens, Address contract, AllSaid said, Judged judged) {
        this.facts = facts;
        this.tokens = tokens;
        this.contract = contract;
        this.said = said;
        this.judged = judged;
    }

    void judge(List<ChainLog> tx) {
        Map<Transferred, Donated> money = new HashMap<>();
        for (var log : tx) {
            if (log instanceof Donated d) {
                judge(d, tx, money);
            }
        }
        Set<AuthorizationUsed> used = new HashSet<>();
        for (var log : tx) {
            if (log instanceof Transferred t && tokens.contains(Handover.of(t).token())) {
                judge(t, money.get(t), tx, used);
                judged.send(Handover.of(t));
            }
        }
    }

    private void judge(Donated d, List<ChainLog> tx, Map<Transferred, Donated> money) {
        var it = Handover.of(d);
        if (!tokens.contains(it.token())) {
            judged.reject(it, d.campaign(), "unlisted-token");
        } else if (it.isNothing()) {
            judged.reject(it, d.campaign(), "zero-amount");
        } else if (!said.isKnown(it.to(), it.at())) {
            judged.reject(it, d.campaign(), "beneficiary-not-announced");
        } else if (it.token().equals(Token.NATIVE)) {
            judged.count(it, said.announced(d.campaign(), it.at()), "contract");
            take(d, Token.NATIVE, contract, tx, money);
        } else if (!take(d, it.token(), it.from(), tx, money)) {
            judged.reject(it, d.campaign(), "no-transfer");
        }
    }

    /** The first transfer behind a donation that nobody has taken. */
    private static boolean take(
            Donated d,
            Address token,
            Address from,
            List<ChainLog> tx,
            Map<Transferred, Donated> money) {
        for (var log : tx) {
            if (log instanceof Transferred t
                    && t.place().index() > d.place().index()
                    && !money.containsKey(t)
                    && Handover.of(t).token().equals(token)
                    && t.from().equals(from)
                    && t.to().equals(d.campaign().beneficiary())
                    && t.amount().equals(d.amount())) {
                money.put(t, d);
                return true;
            }
        }
        return false;
    }

    private void judge(
            Transferred t, Donated donated, List<ChainLog> tx, Set<AuthorizationUsed> used) {
        var it = Handover.of(t);
        if (!said.isKnown(it.to(), it.at())) {
            return;
        }
        if (it.isNothing()) {
            judged.reject(it, null, "zero-amount");
        } else if (Handover.isOfNative(t)) {
            if (donated == null) {
                judged.countNative(it, dataTo(it));
            }
        } else if (donated != null) {
            judged.count(it, said.announced(donated.campaign(), it.at()), "contract");
        } else {
            judge(it, authorized(it, tx, used), tagged(it));
        }
    }

    private void judge(Handover it, CampaignId authorized, CampaignId tagged) {
        if (authorized != null) {
            judged.count(it, authorized, "authorization");
        } else if (tagged != null) {
            judged.count(it, tagged, "tagged");
        } else {
            judged.count(it, said.onlyOpen(it.to(), it.at()), "direct");
        }
    }

    private CampaignId authorized(Handover it, List<ChainLog> tx, Set<AuthorizationUsed> used) {
        for (var log : tx) {
            if (log instanceof AuthorizationUsed a
                    && !used.contains(a)
                    && a.token().equals(it.token())
                    && a.authorizer().equals(it.from())
                    && a.nonce().toString().endsWith("0000000000000000")) {
                var number = new BigInteger(a.nonce().toString().substring(2, 26), 16);
                var campaign = said.announced(new CampaignId(it.to(), number), it.at());
                if (campaign != null) {
                    used.add(a);
                    return campaign;
                }
            }
        }
        return null;
    }

    private CampaignId tagged(Handover it) {
        var call = facts.calls().get(it.tx());
        if (call == null || !it.token().equals(call.to()) || call.input().length != 80) {
            return null;
        }
        var input = HexFormat.of().formatHex(call.input());
        var number = new BigInteger(input.substring(136), 16);
        return input.startsWith("a9059cbb")
                ? said.announced(new CampaignId(it.to(), number), it.at())
                : null;
    }

    /** What the transaction itself said to whom the money came. */
    private byte[] dataTo(Handover it) {
        var call = facts.calls().get(it.tx());
        return call != null && it.to().equals(call.to()) ? call.input() : new byte[0];
    }
}
