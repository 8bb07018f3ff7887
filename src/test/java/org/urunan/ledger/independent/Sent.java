package org.urunan.ledger.independent;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** What a beneficiary sent on. */
record Sent(
        long position, Hash tx, Address beneficiary, Address to, Address token, BigInteger amount) {

    String row() {
        return "%d %s %s %s %s %s".formatted(position, tx, beneficiary, to, token, amount);
    }
}
