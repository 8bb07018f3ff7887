package org.urunan.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.urunan.chain.Block;
import org.urunan.chain.BlockHeader;
import org.urunan.chain.Receipt;
import org.urunan.chain.Transaction;
import org.urunan.chain.TxOutcome;
import org.urunan.money.Hash;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.Falsified;

/** What an endpoint says wrongly of blocks: times, transactions, receipts. */
final class RandomLies {

    /** Once in so many times. */
    private final IntPredicate isRare;

    /** A number from 0 on, below a bound. */
    private final IntUnaryOperator pick;

    /** Whether headers prove the contrary: then more can be said wrongly. */
    private final boolean isAudited;

    RandomLies(IntPredicate isRare, IntUnaryOperator pick, boolean isAudited) {
        this.isRare = isRare;
        this.pick = pick;
        this.isAudited = isAudited;
    }

    void tellBy(FakeEndpoint endpoint) {
        endpoint.tellReceipts(this::exchange)
                .tellOutcomes(this::exchange)
                .tellTransactions(this::forget);
        if (isAudited) {
            endpoint.tellEachHeader(this::misdate).tellTimes(this::misdate).tellBlocks(this::cheat);
        }
    }

    /** A wrong time, and so a hash that is not that of the header. */
    private BlockHeader misdate(BlockHeader it) {
        return isRare.test(60)
                ? new BlockHeader(
                        it.number(),
                        it.hash(),
                        it.parentHash(),
                        it.time() + 100_000,
                        it.transactionsRoot(),
                        it.receiptsRoot(),
                        it.logsBloom(),
                        false)
                : it;
    }

    private Map<Long, Long> misdate(Map<Long, Long> times) {
        var told = new HashMap<>(times);
        told.replaceAll((_, time) -> isRare.test(60) ? (Long) (time - 100_000) : time);
        return told;
    }

    /** Receipts that are not those of the block: one missing, failed, or without its logs. */
    private List<Receipt> exchange(List<Receipt> receipts) {
        if (receipts.isEmpty() || !isRare.test(6)) {
            return receipts;
        }
        var told = new ArrayList<>(receipts);
        var index = pick.applyAsInt(told.size());
        var it = told.remove(index);
        switch (pick.applyAsInt(3)) {
            case 0 -> {}
            case 1 -> told.add(index, Falsified.ofStatus(1 - it.status(), it));
            default -> told.add(index, Falsified.withoutLogs(it));
        }
        return told;
    }

    /** A receipt of another branch, or, where receipts are proved, the contrary. */
    private TxOutcome exchange(TxOutcome it) {
        if (!isRare.test(6)) {
            return it;
        }
        return isAudited && pick.applyAsInt(2) == 0
                ? new TxOutcome(it.txHash(), it.block(), !it.isSuccessful())
                : new TxOutcome(
                        it.txHash(), Hash.keccak256(it.block().bytes()), pick.applyAsInt(2) == 0);
    }

    /** One transaction is missing, or of another value. */
    private List<Block> cheat(List<Block> blocks) {
        return blocks.stream()
                .map(it -> it.transactions().isEmpty() || !isRare.test(30) ? it : cheat(it))
                .toList();
    }

    private Block cheat(Block block) {
        var told = new ArrayList<>(block.transactions());
        var it = told.remove(pick.applyAsInt(told.size()));
        if (pick.applyAsInt(2) == 0) {
            var more = it.value().add(BigInteger.ONE);
            told.add(it.index(), Falsified.moving(more, it.call(), it));
        }
        return new Block(block.header(), told);
    }

    /** Null for one of them, or, where it is proved, with another tag. */
    private Map<Hash, Transaction> forget(Map<Hash, Transaction> transactions) {
        var told = new HashMap<>(transactions);
        if (!told.isEmpty() && isRare.test(6)) {
            var it = told.values().iterator().next();
            if (isAudited && pick.applyAsInt(2) == 0) {
                told.put(it.hash(), Falsified.saying(otherTag(it.call().input()), it));
            } else {
                told.remove(it.hash());
            }
        }
        return told;
    }

    private static byte[] otherTag(byte[] input) {
        var other = input.clone();
        if (other.length > 0) {
            other[other.length - 1] ^= 1;
        }
        return other;
    }
}
