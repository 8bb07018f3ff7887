package org.urunan.support;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockHeader;
import org.urunan.chain.Bloom;
import org.urunan.chain.LogPlace;
import org.urunan.chain.Receipt;
import org.urunan.chain.ReceiptsRoot;
import org.urunan.chain.Transaction;
import org.urunan.chain.TransactionsRoot;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A scripted chain that always tells the truth; {@link FakeEndpoint}s tell it to readers, with
 * faults. Blocks have real blooms and roots, so that audits find what endpoints hide.
 * Deterministic; any thread.
 */
public final class FakeChain {

    /** A block with everything that can be asked of it. */
    record Mined(BlockHeader header, List<Transaction> transactions, List<Receipt> receipts) {}

    public static final long GENESIS_TIME = 1_700_000_000;

    private final long chainId;
    private final long secondsABlock;
    private final List<Mined> blocks = new ArrayList<>();
    private final Map<Hash, Mined> byHash = new HashMap<>();
    private final Map<Hash, Transaction> transactions = new HashMap<>();
    private final Map<Address, byte[]> code = new HashMap<>();
    private long finalised;
    private long salt;

    /** With a genesis block, which is final. */
    public FakeChain(long chainId) {
        this(chainId, 12);
    }

    public FakeChain(long chainId, long secondsABlock) {
        this.chainId = chainId;
        this.secondsABlock = secondsABlock;
        mine();
    }

    public synchronized BlockHeader mine(FakeTx... script) {
        return mine(List.of(script));
    }

    public synchronized BlockHeader mine(List<FakeTx> script) {
        var number = (long) blocks.size();
        var parent = blocks.isEmpty() ? Hash.ZERO : blocks.getLast().header().hash();
        var hash = hash(parent, number, chainId, salt);
        var txs = new ArrayList<Transaction>();
        var receipts = new ArrayList<Receipt>();
        var logIndex = 0;
        for (var tx : script) {
            var encoded = tx.encoded(hash(hash, txs.size(), 1, 0));
            var txHash = Hash.keccak256(encoded);
            var logs = new ArrayList<Receipt.Log>();
            for (var log : tx.logs) {
                logs.add(log.at(new LogPlace(number, hash, txHash, txs.size(), logIndex++)));
            }
            txs.add(told(tx, txHash, txs.size(), encoded));
            receipts.add(receipt(tx, txHash, receipts.size(), logs));
        }
        var header =
                new BlockHeader(
                        number,
                        hash,
                        parent,
                        // What replaces a block is mined later.
                        GENESIS_TIME + secondsABlock * (number + salt),
                        transactionsRoot(txs),
                        ReceiptsRoot.of(receipts),
                        bloom(receipts.stream().flatMap(it -> it.logs().stream()).toList()),
                        true);
        var mined = new Mined(header, txs, receipts);
        blocks.add(mined);
        byHash.put(hash, mined);
        txs.forEach(tx -> transactions.put(tx.hash(), tx));
        return header;
    }

    public void mineEmpty(int count) {
        for (var i = 0; i < count; i++) {
            mine();
        }
    }

    /** Removes the last blocks; what is mined next gets other hashes. */
    public synchronized void cut(int depth) {
        for (var i = 0; i < depth; i++) {
            byHash.remove(blocks.removeLast().header().hash());
        }
        salt++;
    }

    /** Replaces the last blocks by as many others without transactions. */
    public synchronized void reorg(int depth) {
        cut(depth);
        mineEmpty(depth);
    }

    /** As it is now, for ever. */
    public synchronized FakeChain copy() {
        var copy = new FakeChain(chainId, secondsABlock);
        copy.blocks.clear();
        copy.blocks.addAll(blocks);
        copy.byHash.putAll(byHash);
        copy.transactions.putAll(transactions);
        copy.code.putAll(code);
        copy.finalised = finalised;
        return copy;
    }

    public synchronized void finalise(long number) {
        finalised = number;
    }

    public synchronized void deploy(Address address, byte[] bytes) {
        code.put(address, bytes);
    }

    public long chainId() {
        return chainId;
    }

    public synchronized long head() {
        return blocks.size() - 1L;
    }

    public synchronized BlockHeader header(long number) {
        return blocks.get((int) number).header();
    }

    public synchronized long finalised() {
        return finalised;
    }

    synchronized @Nullable Mined mined(long number) {
        return number < 0 || number >= blocks.size() ? null : blocks.get((int) number);
    }

    synchronized @Nullable Mined mined(Hash hash) {
        return byHash.get(hash);
    }

    synchronized @Nullable Transaction transaction(Hash hash) {
        return transactions.get(hash);
    }

    synchronized byte[] code(Address address) {
        return code.getOrDefault(address, new byte[0]);
    }

    private static Transaction told(FakeTx tx, Hash txHash, int index, byte[] encoded) {
        return new Transaction(
                txHash,
                index,
                tx.type,
                tx.from,
                tx.asCall(),
                tx.value,
                tx.type == FakeTx.TYPE ? encoded : null);
    }

    /** Anything if readers cannot compute it. */
    private static Hash transactionsRoot(List<Transaction> transactions) {
        return transactions.stream().allMatch(tx -> tx.encoded() != null)
                ? TransactionsRoot.of(transactions)
                : Hash.ZERO;
    }

    private static Receipt receipt(FakeTx tx, Hash txHash, int index, List<Receipt.Log> logs) {
        return new Receipt(
                txHash,
                tx.type,
                tx.isSuccessful ? 1 : 0,
                21_000L * (index + 1),
                bloom(logs),
                logs,
                null,
                null);
    }

    private static Bloom bloom(List<Receipt.Log> logs) {
        var entries = new ArrayList<Bloom.Entry>();
        for (var log : logs) {
            entries.add(Bloom.Entry.of(log.address()));
            log.topics().forEach(topic -> entries.add(Bloom.Entry.of(topic)));
        }
        return Bloom.of(entries);
    }

    private static Hash hash(Hash parent, long... numbers) {
        var bytes = ByteBuffer.allocate(32 + 8 * numbers.length).put(parent.bytes());
        Arrays.stream(numbers).forEach(bytes::putLong);
        return Hash.keccak256(bytes.array());
    }
}
