package org.urunan.chain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;

/**
 * Where reading goes on: what the ledger has committed.
 *
 * @param cursor the last block applied; null when nothing has been applied yet, then the first
 *     block to read is the start block of the configuration
 * @param finalised the last block told to be final; null when none was
 * @param unfinalised every stored block above {@code finalised} up to and including {@code cursor},
 *     ascending: all those that were handed on
 * @param beneficiaries every address announced up to and including {@code cursor}, with the
 *     position of its first announcement ({@link LogPlace#position})
 */
public record ResumePoint(
        @Nullable BlockRef cursor,
        @Nullable BlockRef finalised,
        List<ReadBlock> unfinalised,
        Map<Address, Long> beneficiaries) {

    /** Nothing was read yet. */
    public static final ResumePoint NONE = new ResumePoint(null, null, List.of(), Map.of());

    public ResumePoint {
        unfinalised = List.copyOf(unfinalised);
        beneficiaries = Map.copyOf(beneficiaries);
    }
}
