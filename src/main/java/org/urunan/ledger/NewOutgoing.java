package org.urunan.ledger;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** What a beneficiary sent, before it is stored. See {@link OutgoingTransfer}. */
record NewOutgoing(
        long position,
        Hash txHash,
        Address beneficiary,
        Address to,
        Address token,
        BigInteger amount) {}
