package org.urunan.ledger;

import org.urunan.database.Snapshot;
import org.urunan.money.Hash;

/** The chain of digests over final entries (docs/ledger-format.md). */
final class Digests {

    private Digests() {}

    /** The digest at {@code blockNumber}: that of the last block with entries up to it. */
    static Hash at(Snapshot snapshot, LedgerOrigin origin, long blockNumber) {
        return snapshot.first(
                        """
                        select value from digest where block_number <= ?
                        order by block_number desc limit 1
                        """,
                        row -> row.hash(1),
                        blockNumber)
                .orElseGet(origin::digest);
    }
}
