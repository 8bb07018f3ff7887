package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.urunan.chain.AuditDepth;
import org.urunan.chain.Chain;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.ChainReader;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.Endpoints;
import org.urunan.chain.Patience;
import org.urunan.chain.ReaderSettings;
import org.urunan.chain.StartReplaced;
import org.urunan.database.Database;
import org.urunan.database.DatabaseException;
import org.urunan.ledger.independent.IndependentLedger;
import org.urunan.money.Token;
import org.urunan.support.FailingDataSource;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.TestDatabase;

/**
 * One seed's chain, endpoints and fate: random gifts and reorgs, endpoints that fail, stall, lie
 * and disagree, a database that goes away between any two statements, restarts, second writers. The
 * real reader and the real ledger run in it; in the end the database must hold what {@link
 * IndependentLedger} makes of the chain as it then is.
 */
final class Simulation implements AutoCloseable {

    private static final Patience IMPATIENT =
            new Patience(Duration.ofNanos(50_000), Duration.ofMillis(1), 8, 5);

    /** A handful a day, so that reorgs move gifts from one day to another. */
    private static final long SECONDS_A_BLOCK = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final Random random;

    /** Beside the other one, so that more lies change no chain. */
    private final Random lies;

    private final RandomTraffic traffic;
    private final FakeChain chain = new FakeChain(Books.CHAIN_ID, SECONDS_A_BLOCK);
    private final List<RandomFaults> endpoints = new ArrayList<>();
    private final LedgerOrigin origin;
    private final boolean canLie;
    private final boolean forgets;
    private boolean isBegun;
    private Ledger ledger;
    private ChainReader reader;

    private Simulation(long seed, TestDatabase database) {
        this.database = database;
        this.random = new Random(seed);
        this.lies = new Random(-seed);
        this.traffic = new RandomTraffic(random);
        this.canLie = random.nextInt(3) == 0;
        this.origin =
                new LedgerOrigin(
                        Books.CHAIN_ID,
                        Books.ORIGIN.contract(),
                        Books.TOKENS.hash(),
                        random.nextInt(3),
                        random.nextInt(4) > 0);
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            endpoints.add(new RandomFaults(chain, count, random.nextLong(), canLie));
        }
        if (lies.nextInt(3) == 0) {
            lieAboutHeads();
        }
        this.forgets = lies.nextInt(3) == 0;
    }

    /** One of them; the others say what is right, unless there are none. */
    private void lieAboutHeads() {
        var liar = endpoints.get(lies.nextInt(endpoints.size()));
        endpoints.forEach(RandomFaults::alwaysTellHeads);
        liar.lieAboutHeads(
                new RandomHeads(chain, new Random(lies.nextLong()), endpoints.size() == 1));
    }

    /**
     * @param database empty
     */
    static void run(long seed, TestDatabase database) throws InterruptedException {
        try (var simulation = new Simulation(seed, database)) {
            simulation.run();
        }
    }

    private void run() throws InterruptedException {
        grow(random.nextInt(40));
        chain.finalise(random.nextLong(chain.head() + 1));
        for (var steps = 3 + random.nextInt(20); steps > 0; steps--) {
            changeTheChain();
            live();
        }
        endpoints.forEach(RandomFaults::stop);
        grow(1);
        // What a lie hid is found before it becomes final, and not always earlier.
        chain.finalise(canLie ? chain.head() : random.nextLong(finalised(), chain.head() + 1));
        liveUntilAllIsRead();
        var truth = Truth.of(chain, origin);
        Books.assertHolds(database, List.of(truth), origin, chain.header(finalised()).ref());
        tally();
        assertThat(new StoredLedger(database).tally())
                .isEqualTo(
                        new IndependentLedger(Books.TOKENS, origin.contract(), List.of(truth))
                                .tally(status().finalised().number()));
    }

    /** Beside everything else, as the node does it. */
    private void tally() {
        if (Ledger.isNothing(status().finalised())) {
            return;
        }
        var tally = new Tally(new Database(database), 1 + random.nextInt(20));
        for (var pieces = 0; tally.proceed().isEmpty(); pieces++) {
            if (pieces > chain.head()) {
                throw new AssertionError("The tally comes to no end: " + status());
            }
        }
    }

    private void changeTheChain() {
        if (forgets && lies.nextInt(3) == 0) {
            endpoints.get(lies.nextInt(endpoints.size())).remember(chain.copy());
        }
        // Nobody sees a chain with a piece missing.
        synchronized (chain) {
            var depth = random.nextInt(3) == 0 ? random.nextLong(reorgable() + 1) : 0;
            chain.cut((int) depth);
            grow((int) depth + random.nextInt(4));
        }
        if (random.nextInt(3) == 0) {
            chain.finalise(random.nextLong(finalised(), chain.head() + 1));
        }
    }

    /** Blocks above the finalised head. */
    private long reorgable() {
        return chain.head() - finalised();
    }

    private long finalised() {
        return new FakeEndpoint(chain).finalised().number();
    }

    private void grow(int blocks) {
        for (var i = 0; i < blocks; i++) {
            chain.mine(traffic.block());
        }
    }

    private void live() throws InterruptedException {
        for (var updates = random.nextInt(8); updates > 0; updates--) {
            step(random.nextInt(4) == 0 ? failing() : database);
            if (random.nextInt(15) == 0) {
                die();
            }
            if (random.nextInt(10) == 0 && isBegun) {
                tally();
            }
        }
    }

    private DataSource failing() {
        return new FailingDataSource(database, 1 + random.nextInt(60), random.nextInt(3) == 0);
    }

    private void liveUntilAllIsRead() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        if (lies.nextBoolean()) {
            die();
        }
        while (!isAllRead()) {
            step(database);
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Stalled at %s of %d blocks, %d final: %s"
                                .formatted(
                                        status().asOf(),
                                        chain.head(),
                                        finalised(),
                                        reader == null ? null : reader.status()));
            }
        }
    }

    private boolean isAllRead() {
        var last = chain.header(chain.head()).ref();
        return reader != null
                && status().asOf().equals(last)
                && status().finalised().number() >= finalised();
    }

    private LedgerStatus status() {
        return new LedgerReads(new Database(database), Books.TOKENS).read(LedgerView::status);
    }

    private void step(DataSource source) throws InterruptedException {
        try {
            if (reader == null || source != database) {
                die();
                start(source);
            }
            apply(reader.next());
        } catch (DatabaseException | ChainFailure | StartReplaced e) {
            die();
        }
    }

    private void apply(ChainUpdate update) {
        var isOvertaken = random.nextInt(20) == 0;
        if (isOvertaken) {
            // Another node writes first: this one must notice.
            Ledger.open(new Database(database), origin, Books.TOKENS).apply(update);
        }
        try {
            ledger.apply(update);
        } catch (LedgerConflict e) {
            if (!isOvertaken) {
                throw new AssertionError("Nobody else wrote, but this was refused: " + update, e);
            }
            die();
        }
    }

    private void start(DataSource source) {
        ledger = Ledger.open(new Database(source), origin, Books.TOKENS);
        isBegun = true;
        reader =
                new ChainReader(
                        new Endpoints(
                                endpoints.stream().<Chain>map(RandomFaults::endpoint).toList(),
                                Books.CHAIN_ID,
                                IMPATIENT,
                                Clock.systemUTC()),
                        new ReaderSettings(
                                origin.contract(),
                                Set.of(Books.DOLLAR, Books.COCOA, Token.NATIVE_LOGGER),
                                Set.of(Books.DOLLAR),
                                origin.startBlock(),
                                origin.readsNatives(),
                                Duration.ofMillis(1),
                                canLie ? AuditDepth.RECEIPTS : AuditDepth.BLOOMS,
                                1 + random.nextInt(3),
                                1 + random.nextInt(5)),
                        ledger.resume());
    }

    private void die() {
        if (reader != null) {
            reader.close();
        }
        reader = null;
    }

    @Override
    public void close() {
        die();
    }
}
