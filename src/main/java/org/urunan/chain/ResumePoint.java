package org.urunan.chain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;

/**
 * Where reading goes on: what the ledger has committed.
 *
 * @param cursor the last block applied; null when nothing has been applied yet, then the first
 *     block to read is the start block of the configuration
 * @param finalised the last block told to be final; null when none was
 * @param unfinalised every block above {@code finalised} up to and including {@code cursor} whose
 *     hash is known, ascending; blocks read in ranges may be missing
 * @param beneficiaries every address announced up to and including {@code cursor}
 */
public record ResumePoint(
        @Nullable BlockRef cursor,
        @Nullable BlockRef finalised,
        List<BlockRef> unfinalised,
        Set<Address> beneficiaries) {

    public ResumePoint {
        unfinalised = List.copyOf(unfinalised);
        beneficiaries = Set.copyOf(beneficiaries);
    }
}
