package org.urunan.chain;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * An endpoint whose answers are checked for what can be seen without asking again: that they answer
 * the question, are complete in number, in order, and without repetition.
 */
final class CheckedChain implements Chain {

    private final Chain chain;
    private volatile @Nullable BlockHeader lastLatest;
    private volatile FinalClaims.@Nullable Claim lastFinalised;

    CheckedChain(Chain chain) {
        this.chain = chain;
    }

    @Nullable BlockHeader lastLatest() {
        return lastLatest;
    }

    FinalClaims.@Nullable Claim lastFinalised() {
        return lastFinalised;
    }

    /** What it told of its head is as if it had not told it. */
    void forgetLatest() {
        lastLatest = null;
    }

    @Override
    public String name() {
        return chain.name();
    }

    @Override
    public long chainId() {
        return chain.chainId();
    }

    @Override
    public BlockHeader latest() {
        var latest = chain.latest();
        lastLatest = latest;
        return latest;
    }

    @Override
    public BlockHeader finalised() {
        var finalised = chain.finalised();
        var latest = lastLatest;
        lastFinalised =
                new FinalClaims.Claim(
                        finalised, latest == null ? finalised.number() : latest.number());
        return finalised;
    }

    @Override
    public List<BlockHeader> headers(long first, long last) {
        var headers = chain.headers(first, last);
        checkNumbers(headers, first, last);
        return headers;
    }

    @Override
    public @Nullable BlockHeader header(Hash block) {
        var header = chain.header(block);
        if (header != null && !header.hash().equals(block)) {
            throw wrong("gave block %s when asked for %s".formatted(header.hash(), block));
        }
        return header;
    }

    @Override
    public Logs logs(LogFilter filter, long first, long last) {
        var answer = chain.logs(filter, first, last);
        checkLogs(answer.logs(), filter, first, last);
        return answer;
    }

    @Override
    public Logs logs(LogFilter filter, BlockRef block) {
        var answer = chain.logs(filter, block);
        checkLogs(answer.logs(), filter, block.number(), block.number());
        for (var log : answer.logs()) {
            if (!log.place().blockHash().equals(block.hash())) {
                throw wrong(
                        "gave logs of block %s for %s"
                                .formatted(log.place().blockHash(), block.hash()));
            }
        }
        return answer;
    }

    @Override
    public Map<Hash, Transaction> transactions(Collection<Hash> hashes) {
        var transactions = chain.transactions(hashes);
        if (!transactions.keySet().containsAll(hashes)) {
            throw wrong(
                    "left out transactions: %d of %d"
                            .formatted(transactions.size(), hashes.size()));
        }
        return transactions;
    }

    @Override
    public List<Block> blocks(long first, long last) {
        var blocks = chain.blocks(first, last);
        checkNumbers(blocks.stream().map(Block::header).toList(), first, last);
        for (var block : blocks) {
            var index = 0;
            for (var transaction : block.transactions()) {
                if (transaction.index() != index++) {
                    throw wrong(
                            "left out transactions of block %d".formatted(block.header().number()));
                }
            }
        }
        return blocks;
    }

    @Override
    public Map<Hash, TxOutcome> outcomes(Collection<Hash> transactions) {
        var outcomes = chain.outcomes(transactions);
        if (!outcomes.keySet().containsAll(transactions)) {
            throw wrong(
                    "left out receipts: %d of %d".formatted(outcomes.size(), transactions.size()));
        }
        return outcomes;
    }

    @Override
    public @Nullable TxFate fate(Hash transaction) {
        return chain.fate(transaction);
    }

    @Override
    public List<Receipt> receipts(BlockRef block) {
        return chain.receipts(block);
    }

    @Override
    public List<@Nullable BigInteger> balances(List<Holding> holdings) {
        var balances = chain.balances(holdings);
        if (balances.size() != holdings.size()) {
            throw wrong("gave %d balances, not %d".formatted(balances.size(), holdings.size()));
        }
        return balances;
    }

    @Override
    public byte[] code(Address address) {
        return chain.code(address);
    }

    private void checkNumbers(List<BlockHeader> headers, long first, long last) {
        if (headers.size() != last - first + 1) {
            throw wrong("gave %d blocks instead of %d … %d".formatted(headers.size(), first, last));
        }
        var number = first;
        for (var header : headers) {
            if (header.number() != number++) {
                throw wrong("gave block %d instead of %d".formatted(header.number(), number - 1));
            }
        }
    }

    private void checkLogs(List<ChainLog> logs, LogFilter filter, long first, long last) {
        LogPlace before = null;
        for (var log : logs) {
            var place = log.place();
            if (place.blockNumber() < first || place.blockNumber() > last) {
                throw wrong(
                        "gave a log of block %d for %d … %d"
                                .formatted(place.blockNumber(), first, last));
            }
            if (before != null) {
                checkFollows(before, place);
            }
            before = place;
            if (!filter.matches(log)) {
                throw wrong(
                        "gave a log nobody asked for in block %d".formatted(place.blockNumber()));
            }
        }
    }

    private void checkFollows(LogPlace before, LogPlace place) {
        if (place.position() <= before.position()) {
            throw wrong(
                    "gave logs twice or out of order in block %d".formatted(place.blockNumber()));
        }
        if (place.blockNumber() == before.blockNumber()
                && !place.blockHash().equals(before.blockHash())) {
            throw wrong("gave logs of two blocks with number %d".formatted(place.blockNumber()));
        }
    }

    private ChainFailure wrong(String what) {
        return new ChainFailure.WrongAnswer(name() + " " + what);
    }
}
