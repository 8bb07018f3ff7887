/**
 * The ledger of a chain computed a second time, from the wording of the rules: all at once, in
 * memory, by looking through everything for every question. Slow, and sharing nothing with the
 * ledger but the facts, so that a mistake in one is not a mistake in the other.
 */
package org.urunan.ledger.independent;
