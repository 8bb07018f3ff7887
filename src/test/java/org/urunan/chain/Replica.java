package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** Applies updates as a ledger would, and refuses what does not follow. */
final class Replica {

    final TreeMap<Long, ReadBlock> blocks = new TreeMap<>();
    final List<ChainLog> logs = new ArrayList<>();
    final List<NativeTransfer> natives = new ArrayList<>();
    final Map<Hash, TxCall> calls = new HashMap<>();
    final List<ChainUpdate> updates = new ArrayList<>();
    BlockRef cursor;
    BlockRef finalised;

    void apply(ChainUpdate update) {
        updates.add(update);
        switch (update) {
            case ChainUpdate.Appended appended -> append(appended);
            case ChainUpdate.Reorged reorged -> {
                cut(reorged.ancestor());
                reorged.replacement().forEach(this::append);
            }
            case ChainUpdate.Finalised(var block) -> {
                if (finalised != null && block.number() <= finalised.number()) {
                    throw new AssertionError("Finality went back to " + block);
                }
                if (block.number() > cursor.number()) {
                    throw new AssertionError("Finality is ahead of the cursor " + cursor);
                }
                finalised = block;
            }
            case ChainUpdate.UpToDate _ -> {}
        }
    }

    private void append(ChainUpdate.Appended appended) {
        if (cursor != null && !appended.parent().equals(cursor)) {
            throw new AssertionError(appended.parent() + " does not follow " + cursor);
        }
        appended.blocks().forEach(block -> blocks.put(block.number(), block));
        logs.addAll(appended.logs());
        natives.addAll(appended.natives());
        calls.putAll(appended.calls());
        cursor = appended.last();
    }

    private void cut(BlockRef ancestor) {
        if (finalised != null && ancestor.number() < finalised.number()) {
            throw new AssertionError("A reorg to %s goes below %s".formatted(ancestor, finalised));
        }
        if (!isStored(ancestor)) {
            throw new AssertionError("A reorg to %s, which was not handed on".formatted(ancestor));
        }
        blocks.tailMap(ancestor.number(), false).clear();
        logs.removeIf(log -> log.place().blockNumber() > ancestor.number());
        natives.removeIf(transfer -> transfer.block().number() > ancestor.number());
        cursor = ancestor;
    }

    /** As a ledger has it: the block before the first one is whatever the chain says. */
    private boolean isStored(BlockRef block) {
        var stored = blocks.get(block.number());
        return block.equals(finalised)
                || (stored == null
                        ? finalised == null && blocks.headMap(block.number()).isEmpty()
                        : stored.ref().equals(block));
    }

    ResumePoint resume() {
        var known = new HashMap<Address, Long>();
        for (var log : logs) {
            if (log instanceof ChainLog.Announced announced) {
                known.putIfAbsent(announced.campaign().beneficiary(), announced.place().position());
            }
        }
        var window =
                blocks.values().stream()
                        .filter(it -> finalised == null || it.number() > finalised.number())
                        .toList();
        return new ResumePoint(cursor, finalised, window, known);
    }
}
