package org.urunan.ledger;

import org.urunan.chain.BlockRef;

/**
 * Somebody else has written this ledger meanwhile, or an update does not follow the cursor. Nothing
 * was changed; go on from {@link Ledger#resume}.
 */
public final class LedgerConflict extends RuntimeException {

    LedgerConflict(BlockRef expected) {
        super(
                "The ledger is no longer at block %d, %s: another node writes it."
                        .formatted(expected.number(), expected.hash()));
    }

    LedgerConflict(String sentence) {
        super(sentence);
    }
}
