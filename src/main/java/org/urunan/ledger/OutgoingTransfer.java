package org.urunan.ledger;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * Value that a known beneficiary sent, to whomever. Not a ledger entry, and in no total and no
 * digest; what it was for, the chain does not say.
 *
 * @param amount base units, above 0
 * @param logIndex null for a native transfer that left no log
 * @param confirmations 1 in the newest block
 */
public record OutgoingTransfer(
        Address beneficiary,
        Address to,
        Token token,
        BigInteger amount,
        long blockNumber,
        Hash blockHash,
        Instant time,
        Hash txHash,
        @Nullable Integer logIndex,
        boolean isFinal,
        long confirmations) {}
