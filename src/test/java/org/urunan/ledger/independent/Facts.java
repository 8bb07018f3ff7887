package org.urunan.ledger.independent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.NativeTransfer;
import org.urunan.chain.TxCall;
import org.urunan.money.Hash;

/** What a chain says, in its order. */
record Facts(
        List<ChainLog> logs,
        List<NativeTransfer> natives,
        Map<Hash, TxCall> calls,
        Map<Long, Hash> blocks,
        Map<Long, Instant> times) {

    static Facts of(List<Appended> chain) {
        var all =
                new Facts(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>());
        for (var part : chain) {
            all.logs.addAll(part.logs());
            all.natives.addAll(part.natives());
            all.calls.putAll(part.calls());
            part.blocks().forEach(b -> all.blocks.put(b.number(), b.hash()));
            part.blocks().forEach(b -> all.times.put(b.number(), Instant.ofEpochSecond(b.time())));
        }
        return all;
    }

    List<List<ChainLog>> byTransaction() {
        var groups = new LinkedHashMap<Hash, List<ChainLog>>();
        for (var log : logs) {
            groups.computeIfAbsent(log.place().txHash(), _ -> new ArrayList<>()).add(log);
        }
        return List.copyOf(groups.values());
    }
}
