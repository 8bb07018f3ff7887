package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.urunan.money.Hash;

/**
 * The blocks of a span, from every answer that told something of them. Two answers that name
 * different blocks with one number are of different branches, and not used together.
 *
 * @param headers of blocks that are listed in any case
 * @param moreHeaders of blocks that are listed only if they have something
 * @param times of blocks by number
 */
record BlockList(
        Map<Long, BlockHeader> headers, Map<Long, BlockHeader> moreHeaders, Map<Long, Long> times) {

    List<ReadBlock> of(
            Requests requests, int batchSize, List<ChainLog> logs, List<NativeTransfer> natives)
            throws InterruptedException {
        var hashes = new TreeMap<Long, Hash>();
        headers.values().forEach(header -> put(hashes, header.ref()));
        natives.forEach(transfer -> put(hashes, transfer.block()));
        var logsOf = new HashMap<Long, List<ChainLog>>();
        for (var log : logs) {
            var number = log.place().blockNumber();
            logsOf.computeIfAbsent(
                            number,
                            _ -> {
                                put(hashes, new BlockRef(number, log.place().blockHash()));
                                return new ArrayList<>();
                            })
                    .add(log);
        }
        var missing = fetchMissing(requests, batchSize, hashes);
        var checksum = new Checksum();
        var blocks = new ArrayList<ReadBlock>(hashes.size());
        for (var entry : hashes.entrySet()) {
            var number = entry.getKey();
            blocks.add(
                    new ReadBlock(
                            number,
                            entry.getValue(),
                            time(number, missing),
                            checksum.of(logsOf.getOrDefault(number, List.of()))));
        }
        return blocks;
    }

    private long time(long number, Map<Long, BlockHeader> missing) {
        for (var known : List.of(headers, moreHeaders, missing)) {
            var header = known.get(number);
            if (header != null) {
                return header.time();
            }
        }
        return times.getOrDefault(number, 0L);
    }

    /** The headers of blocks whose time nobody told. */
    private Map<Long, BlockHeader> fetchMissing(
            Requests requests, int batchSize, TreeMap<Long, Hash> hashes)
            throws InterruptedException {
        var missing = new HashMap<Long, BlockHeader>();
        for (var number : hashes.keySet()) {
            if (!isTold(number) && !missing.containsKey(number)) {
                var last = Math.min(number + batchSize - 1, hashes.lastKey());
                for (var header : requests.persist(last, chain -> chain.headers(number, last))) {
                    missing.put(header.number(), header);
                    if (hashes.containsKey(header.number())) {
                        put(hashes, header.ref());
                    }
                }
            }
        }
        return missing;
    }

    private boolean isTold(long number) {
        return headers.containsKey(number)
                || moreHeaders.containsKey(number)
                || times.containsKey(number);
    }

    private void put(Map<Long, Hash> hashes, BlockRef block) {
        var header = moreHeaders.get(block.number());
        var known = hashes.putIfAbsent(block.number(), block.hash());
        if ((known != null && !known.equals(block.hash()))
                || (header != null && !header.hash().equals(block.hash()))) {
            throw new ChainFailure.WrongAnswer(
                    "Answers of different branches: block %d is %s and something else"
                            .formatted(block.number(), block.hash()));
        }
    }
}
