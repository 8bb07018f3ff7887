package org.urunan.ledger;

import java.util.Set;
import org.urunan.chain.BlockRef;
import org.urunan.money.CampaignId;

/**
 * What changed, told after it was committed; a CDI event.
 *
 * @param asOf the new cursor
 * @param campaigns whose entries, statements or finality changed; those of removed entries
 *     included, unless another node on the same database removed them
 * @param added entries added
 * @param removed entries removed by a reorg; at least 1 after one that another node wrote
 */
public record LedgerChange(
        BlockRef asOf,
        Set<CampaignId> campaigns,
        int added,
        int removed,
        boolean isFinalityMoved,
        boolean isCursorMoved) {

    /** Whether anything that people see is different. */
    public boolean isSomething() {
        return isCursorMoved || isFinalityMoved;
    }
}
