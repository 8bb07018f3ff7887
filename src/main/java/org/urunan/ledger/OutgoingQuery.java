package org.urunan.ledger;

import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;

/**
 * Outgoing transfers, newest first.
 *
 * @param beneficiary null: of everyone
 * @param after the key of a page; null for the first one
 */
public record OutgoingQuery(@Nullable Address beneficiary, @Nullable String after, int limit) {

    public OutgoingQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least one row.");
        }
        if (after != null) {
            PageKey.parse(after);
        }
    }
}
