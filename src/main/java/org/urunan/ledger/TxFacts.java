package org.urunan.ledger;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.NativeTransfer;
import org.urunan.chain.TxCall;
import org.urunan.money.Hash;

/**
 * What one transaction did.
 *
 * @param transfer the native coin it moved by itself, if it did: that came before its logs
 * @param logs in their order
 * @param call null unless a transfer in it could be tagged
 */
record TxFacts(
        long blockNumber,
        int txIndex,
        Hash txHash,
        @Nullable NativeTransfer transfer,
        List<ChainLog> logs,
        @Nullable TxCall call) {

    /** The transactions of an update in the chain's order. */
    static List<TxFacts> of(Appended update) {
        var natives = new HashMap<Hash, NativeTransfer>();
        update.natives().forEach(transfer -> natives.put(transfer.txHash(), transfer));
        var all = new ArrayList<TxFacts>();
        for (var logs : byTransaction(update.logs())) {
            var place = logs.getFirst().place();
            all.add(
                    new TxFacts(
                            place.blockNumber(),
                            place.txIndex(),
                            place.txHash(),
                            natives.remove(place.txHash()),
                            logs,
                            update.calls().get(place.txHash())));
        }
        if (!natives.isEmpty()) {
            natives.values().forEach(transfer -> all.add(of(transfer)));
            all.sort(comparingLong(TxFacts::blockNumber).thenComparingInt(TxFacts::txIndex));
        }
        return all;
    }

    private static TxFacts of(NativeTransfer transfer) {
        return new TxFacts(
                transfer.block().number(),
                transfer.txIndex(),
                transfer.txHash(),
                transfer,
                List.of(),
                null);
    }

    private static List<List<ChainLog>> byTransaction(List<ChainLog> logs) {
        var groups = new ArrayList<List<ChainLog>>();
        var start = 0;
        for (var end = 1; end <= logs.size(); end++) {
            if (end == logs.size() || !isSameTransaction(logs.get(end), logs.get(start))) {
                groups.add(logs.subList(start, end));
                start = end;
            }
        }
        return groups;
    }

    private static boolean isSameTransaction(ChainLog one, ChainLog other) {
        return one.place().txHash().equals(other.place().txHash());
    }
}
