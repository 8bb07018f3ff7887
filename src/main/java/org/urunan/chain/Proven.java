package org.urunan.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Blocks whose logs an endpoint told wrongly and whose receipts told the truth: they are read from
 * their receipts. Any thread.
 */
final class Proven {

    private final NavigableMap<Long, ReceiptLogs.OfBlock> blocks = new ConcurrentSkipListMap<>();

    void add(ReceiptLogs.OfBlock block) {
        blocks.put(block.header().number(), block);
    }

    void forgetUntil(long number) {
        blocks.headMap(number, true).clear();
    }

    Logs correct(LogFilter filter, Logs told, long first, long last) {
        var proven = blocks.subMap(first, true, last, true);
        if (proven.isEmpty()) {
            return told;
        }
        var logs = new ArrayList<ChainLog>();
        for (var log : told.logs()) {
            if (!proven.containsKey(log.place().blockNumber())) {
                logs.add(log);
            }
        }
        proven.values().forEach(block -> logs.addAll(block.matching(filter).logs()));
        logs.sort(Comparator.comparingLong(log -> log.place().position()));
        return new Logs(logs, told.times());
    }
}
