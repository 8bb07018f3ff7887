/**
 * Reads a chain through endpoints that lag, refuse and lie, and hands on linked, decoded updates.
 * It has no database; what it hands on is facts, never a judgement whether a donation counts.
 */
@NullMarked
package org.urunan.chain;

import org.jspecify.annotations.NullMarked;
