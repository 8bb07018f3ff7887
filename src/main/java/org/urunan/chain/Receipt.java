package org.urunan.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A transaction's receipt, complete enough to recompute the header's receipts root.
 *
 * @param type EIP-2718 transaction type; 0 is a legacy receipt
 * @param status 1 succeeded, 0 failed
 * @param depositNonce of rollups' deposit transactions (type 0x7e), null otherwise
 * @param depositVersion of rollups' deposit transactions (type 0x7e), null otherwise
 */
public record Receipt(
        Hash txHash,
        int type,
        int status,
        long cumulativeGasUsed,
        Bloom logsBloom,
        List<Log> logs,
        @Nullable Long depositNonce,
        @Nullable Long depositVersion) {

    /** A log before it is decoded. */
    public record Log(LogPlace place, Address address, List<Hash> topics, byte[] data) {}
}
