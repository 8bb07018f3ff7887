package org.urunan.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** Calls alone, by transaction. */
    static Transactions ofCalls(
            Requests requests, long head, Collection<Hash> wanted, int batchSize)
            throws InterruptedException {
        var calls = new HashMap<Hash, TxCall>();
        for (var chunk : Chunks.of(wanted, batchSize)) {
            requests.persist(head, chain -> chain.calls(chunk))
                    .forEach((hash, call) -> keep(calls, hash, call));
        }
        return new Transactions(List.of(), calls, Map.of());
    }

    /** Calls and native transfers, from whole blocks. */
    static Transactions ofBlocks(
            Requests requests,
            long first,
            long last,
            Beneficiaries beneficiaries,
            Set<Hash> wanted,
            int batchSize)
            throws InterruptedException {
        var all = new Transactions(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        for (var from = first; from <= last; from += batchSize) {
            all.add(requests, from, Math.min(last, from + batchSize - 1), beneficiaries, wanted);
        }
        return all;
    }

    private void add(
            Requests requests, long first, long last, Beneficiaries known, Set<Hash> wanted)
            throws InterruptedException {
        var read = requests.persist(last, chain -> Read.of(chain, first, last, known));
        for (var block : read.blocks()) {
            headers.put(block.header().number(), block.header());
            for (var transaction : block.transactions()) {
                if (wanted.contains(transaction.hash())) {
                    keep(calls, transaction.hash(), transaction.call());
                }
            }
        }
        natives.addAll(read.natives());
    }

    /** Whole blocks, and what came of the native transfers in them: told by one endpoint. */
    private record Read(List<Block> blocks, List<NativeTransfer> natives) {

        static Read of(Chain chain, long first, long last, Beneficiaries known) {
            var blocks = chain.blocks(first, last);
            var candidates = new ArrayList<NativeTransfer>();
            for (var block : blocks) {
                for (var transaction : block.transactions()) {
                    addCandidate(candidates, block.header().ref(), transaction, known);
                }
            }
            return new Read(
                    blocks, candidates.isEmpty() ? List.of() : succeeded(chain, candidates));
        }

        private static List<NativeTransfer> succeeded(
                Chain chain, List<NativeTransfer> candidates) {
            var hashes = new HashSet<Hash>();
            candidates.forEach(candidate -> hashes.add(candidate.txHash()));
            var outcomes = chain.outcomes(hashes);
            var succeeded = new ArrayList<NativeTransfer>();
            for (var candidate : candidates) {
                var outcome = outcomes.get(candidate.txHash());
                if (outcome == null || !outcome.block().equals(candidate.block().hash())) {
                    throw elsewhere(chain, candidate, outcome);
                }
                if (outcome.isSuccessful()) {
                    succeeded.add(candidate);
                }
            }
            return succeeded;
        }

        private static ChainFailure elsewhere(
                Chain chain, NativeTransfer candidate, @Nullable TxOutcome outcome) {
            return new ChainFailure.WrongAnswer(
                    "%s gave transaction %s in block %s, and its receipt in %s"
                            .formatted(
                                    chain.name(),
                                    candidate.txHash(),
                                    candidate.block().hash(),
                                    outcome == null ? "none" : outcome.block()));
        }
    }

    private static void addCandidate(
            List<NativeTransfer> candidates, BlockRef block, Transaction tx, Beneficiaries known) {
        var to = tx.call().to();
        if (to == null || tx.value().signum() == 0) {
            return;
        }
        var transfer =
                new NativeTransfer(
                        block, tx.hash(), tx.index(), tx.from(), to, tx.value(), tx.call().input());
        if (known.isKnown(to, transfer.position())
                || known.isKnown(tx.from(), transfer.position())) {
            candidates.add(transfer);
        }
    }

    private static void keep(Map<Hash, TxCall> calls, Hash hash, TxCall call) {
        var length = call.input().length;
        if (length == TAGGED_LENGTH || length == TAG_LENGTH) {
            calls.put(hash, call);
        }
    }
}
