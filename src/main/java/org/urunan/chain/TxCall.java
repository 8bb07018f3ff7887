package org.urunan.chain;

import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;

/**
 * The top-level call of a transaction, as far as rules need it.
 *
 * @param to null for a contract creation
 */
public record TxCall(@Nullable Address to, byte[] input) {}
