package org.urunan.ledger.independent;

import java.math.BigInteger;
import org.urunan.chain.ChainLog.Donated;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.chain.NativeTransfer;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * Money that went from one address to another.
 *
 * @param at what was said before this position counts for it
 */
record Handover(
        long position,
        long at,
        Hash tx,
        Address from,
        Address to,
        Address token,
        BigInteger amount) {

    static Handover of(Transferred t) {
        var at = Places.of(t);
        var token = isOfNative(t) ? Token.NATIVE : t.emitter();
        return new Handover(at, at, t.place().txHash(), t.from(), t.to(), token, t.amount());
    }

    static Handover of(Donated d) {
        var at = Places.of(d);
        var to = d.campaign().beneficiary();
        return new Handover(at, at, d.place().txHash(), d.donor(), to, d.token(), d.amount());
    }

    static Handover of(NativeTransfer n, long at) {
        var place = Places.of(n);
        return new Handover(place, at, n.txHash(), n.from(), n.to(), Token.NATIVE, n.amount());
    }

    /** EIP-7708. */
    static boolean isOfNative(Transferred t) {
        return t.emitter().toString().equals("0xfffffffffffffffffffffffffffffffffffffffe");
    }

    boolean isNothing() {
        return amount.signum() == 0;
    }
}
