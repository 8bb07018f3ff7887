package org.urunan.ledger;

import java.util.Set;
import org.urunan.chain.BlockRef;
import org.urunan.money.CampaignId;

/**
 * What an update changed, told after it was committed.
 *
 * @param asOf the new cursor
 * @param campaigns whose entries, statements or finality changed; the removed ones included
 * @param added entries added
 * @param removed entries removed by a reorg
 */
public record LedgerChange(
        BlockRef asOf,
        Set<CampaignId> campaigns,
        int added,
        int removed,
        boolean isFinalityMoved) {}
