package org.urunan.chain;

import org.urunan.money.Hash;

/** One block, named so that no reorg can confuse it. */
public record BlockRef(long number, Hash hash) {}
