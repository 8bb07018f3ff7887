package org.urunan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Snapshot;
import org.urunan.database.Transaction;
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

    /**
     * Goes on from {@code before} through blocks that became final.
     *
     * @return the digest behind the last of them
     */
    static Hash append(Transaction transaction, Hash before, Collection<NotFinal.OfBlock> blocks) {
        var digest = before;
        var rows = new ArrayList<@Nullable Object[]>();
        for (var each : blocks) {
            digest = DigestBytes.digest(digest, each.block(), each.entries());
            rows.add(new Object[] {each.block().number(), digest});
        }
        transaction.insertAll("digest", List.of("block_number", "value"), rows);
        return digest;
    }
}
