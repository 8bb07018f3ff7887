package org.urunan.ledger.independent;

import org.urunan.chain.ChainLog;
import org.urunan.chain.NativeTransfer;

/** Positions, in plain numbers: 2^26 for each block, the upper half of them without logs. */
final class Places {

    private Places() {}

    static long of(ChainLog log) {
        return startOf(log.place().blockNumber()) + log.place().index();
    }

    static long of(NativeTransfer transfer) {
        return startOf(transfer.block().number()) + 33554432 + transfer.txIndex();
    }

    static long startOf(long block) {
        return block * 67108864;
    }

    static long blockOf(long position) {
        return position / 67108864;
    }

    /** As the digest has it: of a log, or none. */
    static long logIndex(long position) {
        var within = position % 67108864;
        return within >= 33554432 ? 0xffffffffL : within;
    }
}
