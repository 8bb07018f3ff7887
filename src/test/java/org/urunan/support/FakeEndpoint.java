package org.urunan.support;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.Block;
import org.urunan.chain.BlockHeader;
import org.urunan.chain.BlockRef;
import org.urunan.chain.Chain;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.ChainLog;
import org.urunan.chain.Holding;
import org.urunan.chain.LogFilter;
import org.urunan.chain.Logs;
import org.urunan.chain.Receipt;
import org.urunan.chain.Transaction;
import org.urunan.chain.TxFate;
import org.urunan.chain.TxOutcome;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** Tells a {@link FakeChain}, honestly until told otherwise. */
public final class FakeEndpoint implements Chain {

    /** Runs before each request; throws what the endpoint fails with. */
    public interface Fault {
        void before(String method);
    }

    private volatile Supplier<FakeChain> views;
    private final String name;
    private final AtomicLong requests = new AtomicLong();
    private volatile Fault fault = _ -> {};
    private volatile UnaryOperator<List<ChainLog>> logs = it -> it;
    private volatile UnaryOperator<List<Receipt>> receipts = it -> it;
    private volatile UnaryOperator<Map<Hash, Transaction>> transactions = it -> it;
    private volatile UnaryOperator<TxOutcome> outcomes = it -> it;
    private volatile UnaryOperator<List<BlockHeader>> headers = it -> it;
    private volatile UnaryOperator<List<Block>> blocks = it -> it;
    private volatile UnaryOperator<BlockHeader> header = it -> it;
    private volatile UnaryOperator<Map<Long, Long>> times = it -> it;
    private volatile UnaryOperator<BlockHeader> latest = it -> it;
    private volatile UnaryOperator<BlockHeader> finalised = it -> it;
    private volatile Function<Holding, @Nullable BigInteger> balances = _ -> null;
    private volatile long lag;
    private volatile long widest = Long.MAX_VALUE;
    private volatile long hint;
    private volatile @Nullable Long otherChainId;
    private volatile boolean tellsTimes = true;

    public FakeEndpoint(FakeChain chain, String name) {
        this.views = () -> chain;
        this.name = name;
    }

    public FakeEndpoint(FakeChain chain) {
        this(chain, "fake");
    }

    public FakeEndpoint fault(Fault fault) {
        this.fault = fault;
        return this;
    }

    /** Changes answers with logs: what an endpoint leaves out, repeats or invents. */
    public FakeEndpoint tellLogs(UnaryOperator<List<ChainLog>> logs) {
        this.logs = logs;
        return this;
    }

    public FakeEndpoint tellReceipts(UnaryOperator<List<Receipt>> receipts) {
        this.receipts = receipts;
        return this;
    }

    public FakeEndpoint tellOutcomes(UnaryOperator<TxOutcome> outcomes) {
        this.outcomes = outcomes;
        return this;
    }

    public FakeEndpoint tellHeaders(UnaryOperator<List<BlockHeader>> headers) {
        this.headers = headers;
        return this;
    }

    /** Changes blocks that are told with their transactions. */
    public FakeEndpoint tellBlocks(UnaryOperator<List<Block>> blocks) {
        this.blocks = blocks;
        return this;
    }

    /** Changes each header, whatever was asked. */
    public FakeEndpoint tellEachHeader(UnaryOperator<BlockHeader> header) {
        this.header = header;
        return this;
    }

    /** Changes the times that are told with logs. */
    public FakeEndpoint tellTimes(UnaryOperator<Map<Long, Long>> times) {
        this.times = times;
        return this;
    }

    public FakeEndpoint tellTransactions(UnaryOperator<Map<Hash, Transaction>> transactions) {
        this.transactions = transactions;
        return this;
    }

    /** Tells another chain than the one it was made for: perhaps an old state of it. */
    public FakeEndpoint see(Supplier<FakeChain> views) {
        this.views = views;
        return this;
    }

    public FakeEndpoint tellLatest(UnaryOperator<BlockHeader> latest) {
        this.latest = latest;
        return this;
    }

    public FakeEndpoint tellFinalised(UnaryOperator<BlockHeader> finalised) {
        this.finalised = finalised;
        return this;
    }

    public FakeEndpoint tellBalances(Function<Holding, @Nullable BigInteger> balances) {
        this.balances = balances;
        return this;
    }

    public FakeEndpoint lagBehind(long blocks) {
        lag = blocks;
        return this;
    }

    /**
     * @param hint whether the refusal says how many blocks would be accepted
     */
    public FakeEndpoint refuseWiderThan(long blocks, boolean hint) {
        widest = blocks;
        this.hint = hint ? blocks : 0;
        return this;
    }

    public FakeEndpoint pretendChainId(long id) {
        otherChainId = id;
        return this;
    }

    public FakeEndpoint tellNoTimes() {
        tellsTimes = false;
        return this;
    }

    public long requests() {
        return requests.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long chainId() {
        var chain = begin("chainId");
        var other = otherChainId;
        return other == null ? chain.chainId() : other;
    }

    @Override
    public BlockHeader latest() {
        var chain = begin("latest");
        return latest.apply(header.apply(chain.header(head(chain))));
    }

    @Override
    public BlockHeader finalised() {
        var chain = begin("finalised");
        return finalised.apply(chain.header(Math.min(chain.finalised(), head(chain))));
    }

    @Override
    public List<BlockHeader> headers(long first, long last) {
        var chain = begin("headers");
        return headers.apply(
                range(chain, first, last).stream()
                        .map(FakeChain.Mined::header)
                        .map(header)
                        .toList());
    }

    @Override
    public @Nullable BlockHeader header(Hash block) {
        var chain = begin("header");
        var mined = chain.mined(block);
        return mined == null || mined.header().number() > head(chain) ? null : mined.header();
    }

    @Override
    public Logs logs(LogFilter filter, long first, long last) {
        var chain = begin("logs");
        if (last - first + 1 > widest) {
            throw new ChainFailure.RangeTooWide("block range too wide", hint);
        }
        return answer(filter, range(chain, first, last));
    }

    @Override
    public Logs logs(LogFilter filter, BlockRef block) {
        var chain = begin("logs");
        return answer(filter, List.of(known(chain, block)));
    }

    @Override
    public Map<Hash, Transaction> transactions(Collection<Hash> hashes) {
        var chain = begin("transactions");
        var transactions = new HashMap<Hash, Transaction>();
        for (var hash : hashes) {
            var transaction = chain.transaction(hash);
            if (transaction != null) {
                transactions.put(hash, transaction);
            }
        }
        return this.transactions.apply(transactions);
    }

    @Override
    public List<Block> blocks(long first, long last) {
        var chain = begin("blocks");
        return blocks.apply(
                range(chain, first, last).stream()
                        .map(it -> new Block(header.apply(it.header()), it.transactions()))
                        .toList());
    }

    @Override
    public TxFate fate(Hash hash) {
        var chain = begin("fate");
        for (var number = 0L; number <= head(chain); number++) {
            var mined = Objects.requireNonNull(chain.mined(number));
            for (var receipt : mined.receipts()) {
                if (receipt.txHash().equals(hash)) {
                    return new TxFate(mined.header().ref(), receipt.status() == 0);
                }
            }
        }
        return chain.transaction(hash) == null ? null : new TxFate(null, false);
    }

    @Override
    public Map<Hash, TxOutcome> outcomes(Collection<Hash> hashes) {
        var chain = begin("outcomes");
        var told = new HashMap<Hash, TxOutcome>();
        for (var number = 0L; number <= head(chain); number++) {
            var mined = Objects.requireNonNull(chain.mined(number));
            for (var receipt : mined.receipts()) {
                var hash = receipt.txHash();
                if (hashes.contains(hash)) {
                    var isSuccessful = receipt.status() == 1;
                    told.put(hash, new TxOutcome(hash, mined.header().hash(), isSuccessful));
                }
            }
        }
        told.replaceAll((_, outcome) -> outcomes.apply(outcome));
        return told;
    }

    @Override
    public List<Receipt> receipts(BlockRef block) {
        var chain = begin("receipts");
        return receipts.apply(known(chain, block).receipts());
    }

    @Override
    public List<@Nullable BigInteger> balances(List<Holding> holdings) {
        begin("balances");
        return holdings.stream().map(balances).toList();
    }

    @Override
    public byte[] code(Address address) {
        var chain = begin("code");
        return chain.code(address);
    }

    private FakeChain begin(String method) {
        requests.incrementAndGet();
        fault.before(method);
        return views.get();
    }

    private long head(FakeChain chain) {
        return Math.max(0, chain.head() - lag);
    }

    private FakeChain.Mined known(FakeChain chain, BlockRef block) {
        var mined = chain.mined(block.hash());
        if (mined == null || mined.header().number() > head(chain)) {
            throw new ChainFailure.Lagging("unknown block " + block.number());
        }
        return mined;
    }

    private List<FakeChain.Mined> range(FakeChain chain, long first, long last) {
        if (last > head(chain)) {
            throw new ChainFailure.Lagging("block range extends beyond current head block");
        }
        var range = new ArrayList<FakeChain.Mined>();
        for (var number = first; number <= last; number++) {
            var mined = chain.mined(number);
            if (mined == null) {
                throw new ChainFailure.Lagging("block %d was just replaced".formatted(number));
            }
            range.add(mined);
        }
        return range;
    }

    private Logs answer(LogFilter filter, List<FakeChain.Mined> blocks) {
        var found = new ArrayList<ChainLog>();
        var times = new HashMap<Long, Long>();
        for (var block : blocks) {
            for (var receipt : block.receipts()) {
                for (var log : receipt.logs()) {
                    add(found, filter, log);
                }
            }
        }
        var told = logs.apply(found);
        var numbers = told.stream().map(log -> log.place().blockNumber()).toList();
        if (tellsTimes) {
            blocks.stream()
                    .map(FakeChain.Mined::header)
                    .filter(header -> numbers.contains(header.number()))
                    .forEach(header -> times.put(header.number(), header.time()));
        }
        return new Logs(told, this.times.apply(times));
    }

    private static void add(List<ChainLog> found, LogFilter filter, Receipt.Log log) {
        var decoded = FakeLog.decode(log);
        if (decoded == null) {
            return;
        }
        if (filter instanceof LogFilter.OfContract(var contract)
                && !log.address().equals(contract)) {
            return;
        }
        if (filter.matches(decoded)) {
            found.add(decoded);
        }
    }
}
