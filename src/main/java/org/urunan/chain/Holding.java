package org.urunan.chain;

import org.urunan.money.Address;

/**
 * What an address owns of a token behind a block: a question to {@link Chain#balances}.
 *
 * @param token a token's address, or {@link org.urunan.money.Token#NATIVE}
 */
public record Holding(Address owner, Address token, BlockRef block) {}
