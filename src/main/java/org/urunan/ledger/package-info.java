/**
 * Turns chain updates into ledger entries, totals and digests, one database transaction an update.
 * It never talks to an endpoint.
 */
@NullMarked
package org.urunan.ledger;

import org.jspecify.annotations.NullMarked;
