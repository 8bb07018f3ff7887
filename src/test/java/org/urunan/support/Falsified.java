package org.urunan.support;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.Block;
import org.urunan.chain.ChainLog;
import org.urunan.chain.LogPlace;
import org.urunan.chain.Receipt;
import org.urunan.chain.Transaction;
import org.urunan.chain.TxCall;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** What a chain has, told with one thing wrong. */
public final class Falsified {

    private Falsified() {}

    public static <T> List<T> without(List<T> all, int index) {
        var fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    public static <T> List<T> lastTwice(List<T> all) {
        var more = new ArrayList<>(all);
        more.add(all.getLast());
        return more;
    }

    /** The block with one transaction replaced. */
    public static Block with(Block block, Transaction transaction) {
        var all = new ArrayList<>(block.transactions());
        all.set(transaction.index(), transaction);
        return new Block(block.header(), all);
    }

    public static Transaction at(int index, Transaction it) {
        return new Transaction(
                it.hash(), index, it.type(), it.from(), it.call(), it.value(), it.encoded());
    }

    public static Transaction from(Address sender, Transaction it) {
        return new Transaction(
                it.hash(), it.index(), it.type(), sender, it.call(), it.value(), it.encoded());
    }

    public static Transaction named(Hash hash, Transaction it) {
        return new Transaction(
                hash, it.index(), it.type(), it.from(), it.call(), it.value(), it.encoded());
    }

    /** Readers cannot encode it: they do not know the type, or miss its signature. */
    public static Transaction ofType(int type, Transaction it) {
        return new Transaction(it.hash(), it.index(), type, it.from(), it.call(), it.value(), null);
    }

    /** Encoded anew, as readers do. */
    public static Transaction moving(BigInteger value, TxCall call, Transaction it) {
        return new Transaction(
                it.hash(), it.index(), it.type(), it.from(), call, value, other(it.encoded()));
    }

    /** Still a list of fields, the first of which is another hash. */
    private static byte @Nullable [] other(byte @Nullable [] encoded) {
        if (encoded == null) {
            return null;
        }
        var other = encoded.clone();
        other[10] ^= 1;
        return other;
    }

    /** Encoded anew, as readers do. */
    public static Transaction saying(byte[] input, Transaction it) {
        return moving(it.value(), new TxCall(it.call().to(), input), it);
    }

    public static Receipt named(Hash hash, Receipt it) {
        return receipt(hash, it.status(), it.logs(), it);
    }

    public static Receipt ofStatus(int status, Receipt it) {
        return receipt(it.txHash(), status, it.logs(), it);
    }

    public static Receipt withoutLogs(Receipt it) {
        return receipt(it.txHash(), it.status(), List.of(), it);
    }

    private static Receipt receipt(Hash hash, int status, List<Receipt.Log> logs, Receipt it) {
        return new Receipt(
                hash,
                it.type(),
                status,
                it.cumulativeGasUsed(),
                it.logsBloom(),
                logs,
                it.depositNonce(),
                it.depositVersion());
    }

    /** A donation's or a transfer's log, of another transaction. */
    public static ChainLog named(Hash hash, ChainLog log) {
        var it = log.place();
        var place = new LogPlace(it.blockNumber(), it.blockHash(), hash, it.txIndex(), it.index());
        return switch (log) {
            case ChainLog.Donated gift ->
                    new ChainLog.Donated(
                            place, gift.campaign(), gift.donor(), gift.token(), gift.amount());
            case ChainLog.Transferred moved ->
                    new ChainLog.Transferred(
                            place, moved.emitter(), moved.from(), moved.to(), moved.amount());
            default -> throw new AssertionError("Nobody falsifies this: " + log);
        };
    }

    public static ChainLog.Transferred of(BigInteger amount, ChainLog.Transferred it) {
        return new ChainLog.Transferred(it.place(), it.emitter(), it.from(), it.to(), amount);
    }
}
