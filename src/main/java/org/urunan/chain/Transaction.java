package org.urunan.chain;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * @param value wei
 */
public record Transaction(Hash hash, int index, Address from, TxCall call, BigInteger value) {}
