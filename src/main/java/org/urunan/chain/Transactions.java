package org.urunan.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.money.Hash;

/**
 * What transactions add to logs: the calls that may be tagged, and plain native transfers.
 *
 * @param headers of the blocks whose transactions were read
 */
record Transactions(
        List<NativeTransfer> natives, Map<Hash, TxCall> calls, Map<Long, BlockHeader> headers) {

    private static final int TAG_LENGTH = 12;

    /** {@code transfer(address,uint256)} with twelve bytes behind its arguments. */
    private static final int TAGGED_LENGTH = 4 + 2 * 32 + TAG_LENGTH;

    /**
     * Calls alone, by transaction.
     *
     * @param wanted a log of each
     */
    static Transactions ofCalls(
            Requests requests,
            WholeBlocks whole,
            long head,
            Map<Hash, LogPlace> wanted,
            int batchSize)
            throws InterruptedException {
        var calls = new HashMap<Hash, TxCall>();
        for (var chunk : Chunks.of(wanted.values(), batchSize)) {
            requests.persist(head, chain -> calls(chain, whole, chunk))
                    .forEach((hash, call) -> keep(calls, hash, call));
        }
        return new Transactions(List.of(), calls, Map.of());
    }

    /** What a transaction says must be what its hash is of; else its block has it. */
    private static Map<Hash, TxCall> calls(
            Chain chain, WholeBlocks whole, Collection<LogPlace> places) {
        var told = told(chain, places);
        var calls = new HashMap<Hash, TxCall>();
        for (var place : places) {
            var transaction = told.get(place.txHash());
            calls.put(
                    place.txHash(),
                    transaction != null && whole.isProved(transaction)
                            ? transaction.call()
                            : call(chain, whole, place));
        }
        return calls;
    }

    /** None, if the endpoint may have told a log with a transaction that is not there. */
    private static Map<Hash, Transaction> told(Chain chain, Collection<LogPlace> places) {
        try {
            return chain.transactions(places.stream().map(LogPlace::txHash).toList());
        } catch (ChainFailure.WrongAnswer e) {
            return Map.of();
        }
    }

    private static TxCall call(Chain chain, WholeBlocks whole, LogPlace place) {
        var block = whole.read(chain, place.blockNumber(), place.blockNumber()).getFirst();
        if (!block.header().hash().equals(place.blockHash())
                || place.txIndex() >= block.transactions().size()) {
            throw new ChainFailure.WrongAnswer(
                    "%s does not have transaction %s, which a log of block %d was told with"
                            .formatted(chain.name(), place.txHash(), place.blockNumber()));
        }
        return block.transactions().get(place.txIndex()).call();
    }

    /** Calls and native transfers, from all blocks behind the parent to the end of a span. */
    static Transactions ofBlocks(
            WholeSpan span, BlockRef parent, BlockRef last, Set<Hash> wanted, int batchSize)
            throws InterruptedException {
        var all = new Transactions(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        var before = parent;
        while (before.number() < last.number()) {
            var part = span.read(before, batchSize);
            all.add(part, wanted);
            before = part.last();
        }
        return all;
    }

    private void add(WholePart part, Set<Hash> wanted) {
        for (var block : part.blocks()) {
            headers.put(block.header().number(), block.header());
            for (var transaction : block.transactions()) {
                if (wanted.contains(transaction.hash())) {
                    keep(calls, transaction.hash(), transaction.call());
                }
            }
        }
        natives.addAll(part.natives());
    }

    private static void keep(Map<Hash, TxCall> calls, Hash hash, TxCall call) {
        var length = call.input().length;
        if (length == TAGGED_LENGTH || length == TAG_LENGTH) {
            calls.put(hash, call);
        }
    }
}
