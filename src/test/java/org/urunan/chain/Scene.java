package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeLog;
import org.urunan.support.FakeTx;

/** A chain, endpoints that tell it, a reader, and what the reader's updates lead to. */
final class Scene implements AutoCloseable {

    static final Address CONTRACT = address("contract");
    static final Address TOKEN = address("token");
    static final Address DONOR = address("donor");
    static final Address BENEFICIARY = address("beneficiary");
    static final CampaignId CAMPAIGN = new CampaignId(BENEFICIARY, BigInteger.ONE);
    static final Patience IMPATIENT =
            new Patience(Duration.ofNanos(100_000), Duration.ofMillis(2), 8, 5);

    final FakeChain chain;
    final FakeEndpoint endpoint;
    final List<Chain> endpoints;
    final Replica replica = new Replica();
    Clock clock = Clock.systemUTC();
    AuditDepth audit = AuditDepth.RECEIPTS;
    boolean readNatives = false;
    long startBlock = 0;
    int topicsPerRequest = 500;
    Endpoints opened;
    ChainReader reader;

    Scene() {
        this(new FakeChain(1));
    }

    Scene(FakeChain chain) {
        this.chain = chain;
        this.endpoint = new FakeEndpoint(chain, "first");
        this.endpoints = new ArrayList<>(List.of(endpoint));
    }

    static Address address(String name) {
        var hash = Hash.keccak256(name.getBytes(StandardCharsets.UTF_8)).bytes();
        return Address.of(Arrays.copyOf(hash, 20));
    }

    static FakeTx announce() {
        return FakeTx.call(BENEFICIARY, CONTRACT, new byte[4])
                .emit(FakeLog.announced(CONTRACT, CAMPAIGN, Hash.ZERO));
    }

    static FakeTx donate(long amount) {
        var wei = BigInteger.valueOf(amount);
        return FakeTx.call(DONOR, CONTRACT, new byte[4])
                .emitDonation(
                        FakeLog.donated(CONTRACT, CAMPAIGN, DONOR, TOKEN, wei),
                        TOKEN,
                        DONOR,
                        BENEFICIARY,
                        wei);
    }

    static FakeTx transfer(long amount) {
        return FakeTx.call(DONOR, TOKEN, new byte[80])
                .emit(FakeLog.transferred(TOKEN, DONOR, BENEFICIARY, BigInteger.valueOf(amount)));
    }

    static FakeTx spend(long amount) {
        return FakeTx.call(BENEFICIARY, TOKEN, new byte[68])
                .emit(FakeLog.transferred(TOKEN, BENEFICIARY, DONOR, BigInteger.valueOf(amount)));
    }

    /** An announcement, then blocks with donations and transfers. */
    void mineHistory(int blocks, int donationsEach) {
        chain.mine(announce());
        for (var i = 1; i < blocks; i++) {
            var txs = new ArrayList<FakeTx>();
            for (var j = 0; j < donationsEach; j++) {
                txs.add(j % 4 == 3 ? transfer(j + 1) : donate(j + 1));
            }
            chain.mine(txs);
        }
    }

    ReaderSettings settings() {
        return new ReaderSettings(
                CONTRACT,
                Set.of(TOKEN),
                Set.of(TOKEN),
                startBlock,
                readNatives,
                Duration.ofMillis(2),
                audit,
                topicsPerRequest,
                50);
    }

    Endpoints openEndpoints() {
        return new Endpoints(endpoints, 1, IMPATIENT, clock);
    }

    Scene start() {
        opened = openEndpoints();
        reader =
                new ChainReader(
                        opened,
                        settings(),
                        replica.cursor == null ? ResumePoint.NONE : replica.resume());
        return this;
    }

    void restart() {
        reader.close();
        start();
    }

    /** Applies updates until the head is read and, if there is an audit, all that is final. */
    void readAll() throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            replica.apply(reader.next());
            if (isRead()) {
                return;
            }
        }
        throw new AssertionError(
                "Stalled at %s, final %s: %s"
                        .formatted(replica.cursor, replica.finalised, reader.status()));
    }

    boolean isRead() {
        var head = chain.header(chain.head()).ref();
        return head.equals(replica.cursor)
                && (chain.finalised() == 0
                        || (replica.finalised != null
                                && replica.finalised.number() >= chain.finalised()));
    }

    /** Applies so many updates, whatever they are. */
    void read(int updates) throws InterruptedException {
        for (var i = 0; i < updates; i++) {
            replica.apply(reader.next());
        }
    }

    /** History, then the head. */
    void readHistoryAndHead() throws InterruptedException {
        mineHistory(300, 4);
        chain.finalise(250);
        start().readAll();
        chain.mine(donate(7));
        chain.finalise(300);
        readAll();
        assertThatTheTruthWasRead();
    }

    void assertThatTheTruthWasRead() {
        assertThat(TrueLogs.told(replica.logs)).isEqualTo(TrueLogs.told(truth()));
    }

    /** All logs that are to be handed on, straight from the chain. */
    List<ChainLog> truth() {
        return TrueLogs.of(chain, startBlock);
    }

    /** The first endpoint always leaves these logs out. */
    void hide(Predicate<LogPlace> logs) {
        endpoint.tellLogs(all -> all.stream().filter(log -> !logs.test(log.place())).toList());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
