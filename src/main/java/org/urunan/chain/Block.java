package org.urunan.chain;

import java.util.List;

/** A block with its transactions, in order. */
public record Block(BlockHeader header, List<Transaction> transactions) {}
