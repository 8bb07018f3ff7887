package org.urunan.ledger;

import java.math.BigInteger;
import org.urunan.money.Token;

/**
 * What a campaign, a beneficiary or the whole ledger received of one token. Sums may exceed 2^256.
 * Gifts marked self are in none of these figures.
 *
 * @param amount base units, everything up to the cursor
 * @param finalAmount the part of it that is final
 * @param donations entries counted
 * @param donors distinct donors
 */
public record Total(
        Token token, BigInteger amount, BigInteger finalAmount, long donations, long donors) {}
