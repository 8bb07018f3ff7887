package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ChainUpdate.UpToDate;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.ChainScript;
import org.urunan.support.FakeChain;
import org.urunan.support.TestDatabase;

/**
 * Random gifts, reorgs, finality and restarts; after each step everything that pages, the API and
 * files read is compared with {@link NaiveReadings}.
 */
class ReadingsTest {

    private static final List<Address> ADDRESSES =
            List.of(
                    ChainScript.address("siti"),
                    ChainScript.address("budi"),
                    ChainScript.address("ani"),
                    ChainScript.address("one"),
                    ChainScript.address("nobody"),
                    Address.ZERO);

    /** About as many as there are. */
    private static final long BLOCKS = 60;

    private final FakeChain chain = new FakeChain(Books.CHAIN_ID, 20_000);
    private final LedgerOrigin origin =
            new LedgerOrigin(Books.CHAIN_ID, Books.ORIGIN.contract(), Books.TOKENS.hash(), 1, true);

    /** Positions of what was there once, and may be gone. */
    private final List<Long> positions = new CopyOnWriteArrayList<>();

    /** What each state that was ever stored must tell. */
    private final Map<String, NaiveReadings> states = new ConcurrentHashMap<>();

    private volatile boolean isWritten;

    private Random random;
    private RandomTraffic traffic;
    private TestDatabase database;
    private Ledger ledger;
    private BlockRef finalised;

    @ParameterizedTest
    @EnumSource
    void everyReadingIsWhatTheChainSays(TestDatabase.Kind kind) {
        var first = Long.getLong("readings.first", 1);
        var count = Long.getLong("readings.seeds", 4);
        try (var tables = TestDatabase.of(kind)) {
            LongStream.range(first, first + count)
                    .forEach(
                            seed -> {
                                tables.empty();
                                try {
                                    new ReadingsTest().run(seed, tables);
                                } catch (Throwable e) {
                                    throw new AssertionError("Seed %d failed".formatted(seed), e);
                                }
                            });
        }
    }

    /** A file, figures and pages, read one after the other while blocks come and go. */
    @ParameterizedTest
    @EnumSource
    void whatIsReadWhileTheLedgerIsWrittenIsOfOneBlock(TestDatabase.Kind kind) throws Exception {
        try (var tables = TestDatabase.of(kind);
                var executor = Executors.newFixedThreadPool(2)) {
            begin(Long.getLong("readings.first", 1), tables);
            var applied = step(finalised);
            // The indexes are there: H2 cannot make them while somebody reads an older state.
            ledger.resume();
            var readers =
                    Stream.generate(() -> executor.submit(this::readMeanwhile)).limit(2).toList();
            for (var steps = Long.getLong("readings.steps", 25); steps > 0; steps--) {
                applied = step(applied);
            }
            isWritten = true;
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private int readMeanwhile() {
        var read = 0;
        for (; !isWritten; read++) {
            new LedgerReads(new Database(database), Books.TOKENS)
                    .read(
                            view -> {
                                var right = states.get(stateOf(view));
                                compareAll(view, right);
                                compareAll(view, right);
                                return view;
                            });
        }
        return read;
    }

    private static String stateOf(LedgerView view) {
        return view.asOf() + " " + view.status().finalised().number();
    }

    private void begin(long seed, TestDatabase tables) {
        random = new Random(seed);
        traffic = new RandomTraffic(random);
        database = tables;
        ledger = Ledger.open(new Database(database), origin, Books.TOKENS);
        finalised = chain.header(0).ref();
    }

    private void run(long seed, TestDatabase tables) {
        begin(seed, tables);
        var applied = finalised;
        for (var steps = 4 + random.nextInt(10); steps > 0; steps--) {
            applied = step(applied);
            new LedgerReads(new Database(database), Books.TOKENS)
                    .read(
                            view -> {
                                compareAll(view, states.get(stateOf(view)));
                                return view;
                            });
        }
    }

    private BlockRef step(BlockRef applied) {
        if (random.nextInt(3) > 0 || applied.number() == finalised.number()) {
            grow(1 + random.nextInt(8));
            apply(since(applied));
        } else {
            var depth = 1 + random.nextLong(applied.number() - finalised.number());
            chain.cut((int) depth);
            var ancestor = chain.header(chain.head()).ref();
            grow((int) depth + random.nextInt(3));
            apply(new Reorged(ancestor, List.of(since(ancestor))));
        }
        var head = chain.header(chain.head()).ref();
        if (random.nextInt(3) == 0) {
            var number = random.nextLong(finalised.number(), head.number() + 1);
            finalised = chain.header(number).ref();
            apply(new Finalised(finalised));
        }
        if (random.nextInt(3) == 0) {
            apply(new UpToDate(head));
        }
        if (random.nextInt(3) == 0) {
            ledger = Ledger.open(new Database(database), origin, Books.TOKENS);
            ledger.resume();
        }
        return head;
    }

    /** Before others can read it, what is right is known. */
    private void apply(ChainUpdate update) {
        var truth = Truth.of(chain, origin);
        var last = finalised.number();
        var right = new NaiveReadings(origin, truth, truth.last(), last);
        right.entries().forEach(it -> positions.add(it.position()));
        states.put(truth.last() + " " + last, right);
        ledger.apply(update);
    }

    private void grow(int blocks) {
        for (var i = 0; i < blocks; i++) {
            chain.mine(traffic.block());
        }
    }

    private Appended since(BlockRef parent) {
        var all = Truth.of(chain, origin);
        var from = parent.number();
        return new Appended(
                parent,
                all.last(),
                all.blocks().stream().filter(it -> it.number() > from).toList(),
                all.logs().stream().filter(it -> it.place().blockNumber() > from).toList(),
                all.calls(),
                all.natives().stream().filter(it -> it.block().number() > from).toList());
    }

    private void compareAll(LedgerView view, NaiveReadings right) {
        compareFigures(view, right);
        compareTransactions(view, right);
        for (var i = 0; i < 12; i++) {
            comparePages(view, right, filter());
        }
        compareOutgoing(view, right);
    }

    private void compareFigures(LedgerView view, NaiveReadings right) {
        assertThat(view.totalsOfEverything()).isEqualTo(right.totals(_ -> true));
        assertThat(view.daysOfEverything()).isEqualTo(right.days(_ -> true));
        for (var who : ADDRESSES) {
            assertThat(view.isKnown(who)).isEqualTo(right.isKnown(who));
            assertThat(view.totalsOf(who))
                    .isEqualTo(right.totals(it -> it.beneficiary().equals(who)));
            assertThat(view.daysOf(who)).isEqualTo(right.days(it -> it.beneficiary().equals(who)));
            for (var number = 0; number < 3; number++) {
                var id = new CampaignId(who, BigInteger.valueOf(number));
                assertThat(view.totalsOf(id))
                        .isEqualTo(right.totals(it -> id.equals(it.campaign())));
                assertThat(view.daysOf(id)).isEqualTo(right.days(it -> id.equals(it.campaign())));
            }
        }
        for (var number = 0L; number <= right.cursor().number(); number++) {
            var digest = view.digestAt(number);
            assertThat(digest.isPresent()).isEqualTo(number <= right.finalised());
            if (digest.isPresent()) {
                assertThat(digest).contains(right.digestAt(origin, number));
            }
        }
    }

    private void compareTransactions(LedgerView view, NaiveReadings right) {
        var all = new ArrayList<Hash>();
        right.entries().forEach(it -> all.add(it.what().txHash()));
        right.outgoing(null).forEach(it -> all.add(it.txHash()));
        all.add(Hash.ZERO);
        for (var tx : all.stream().distinct().toList()) {
            assertThat(view.entriesIn(tx)).isEqualTo(right.in(tx));
            assertThat(view.outgoingIn(tx).reversed())
                    .isEqualTo(
                            right.outgoing(null).stream()
                                    .filter(it -> it.txHash().equals(tx))
                                    .toList());
        }
    }

    private void comparePages(LedgerView view, NaiveReadings right, LedgerFilter filter) {
        for (var isAscending : new boolean[] {true, false}) {
            var query = new LedgerQuery(filter, isAscending, null, 1 + random.nextInt(9));
            var streamed = new ArrayList<LedgerEntry>();
            view.stream(query, streamed::add);
            var all = right.entries(filter, isAscending);
            assertThat(streamed).isEqualTo(all.stream().map(NaiveReadings.Placed::what).toList());
            var key = (String) null;
            for (var pages = 0; pages == 0 || key != null; pages++) {
                var page = view.page(query.from(key));
                assertThat(page).isEqualTo(right.page(query.from(key)));
                key = page.next();
                assertThat(pages).isLessThanOrEqualTo(all.size());
                if (page.previous() != null) {
                    assertThat(view.page(query.from(page.previous())))
                            .isEqualTo(right.page(query.from(page.previous())));
                }
            }
            for (var any : anyKeys()) {
                assertThat(view.page(query.from(any))).isEqualTo(right.page(query.from(any)));
            }
        }
    }

    /** Of pages that somebody may have had open for long. */
    private List<String> anyKeys() {
        Supplier<Long> position =
                () ->
                        positions.isEmpty() || random.nextInt(8) == 0
                                ? random.nextLong(67108864L * 200)
                                : positions.get(random.nextInt(positions.size()));
        return List.of(
                PageKey.behind(position.get()),
                PageKey.before(position.get()),
                PageKey.behind(position.get() + 1));
    }

    private void compareOutgoing(LedgerView view, NaiveReadings right) {
        for (var who : new Address[] {null, ADDRESSES.get(0), ADDRESSES.get(3)}) {
            var limit = 1 + random.nextInt(5);
            var all = new ArrayList<OutgoingTransfer>();
            var pages = new ArrayList<OutgoingPage>();
            var key = (String) null;
            do {
                var page = view.outgoing(new OutgoingQuery(who, key, limit));
                if (!pages.isEmpty()) {
                    var back = view.outgoing(new OutgoingQuery(who, page.previous(), limit));
                    assertThat(back.transfers()).isEqualTo(pages.getLast().transfers());
                }
                pages.add(page);
                all.addAll(page.transfers());
                key = page.next();
            } while (key != null);
            assertThat(all).isEqualTo(right.outgoing(who));
        }
    }

    private LedgerFilter filter() {
        return new LedgerFilter(
                sometimes(
                        4,
                        () ->
                                new CampaignId(
                                        ADDRESSES.get(random.nextInt(3)),
                                        BigInteger.valueOf(random.nextInt(3)))),
                sometimes(4, this::address),
                sometimes(4, this::address),
                sometimes(
                        4,
                        () ->
                                List.of(Books.NATIVE, Books.DOLLAR, Books.COCOA, Books.UNLISTED)
                                        .get(random.nextInt(4))),
                sometimes(4, () -> Way.values()[random.nextInt(4)]),
                sometimes(6, this::day),
                sometimes(6, this::day),
                sometimes(6, () -> random.nextLong(BLOCKS)),
                sometimes(6, () -> random.nextLong(BLOCKS)));
    }

    private <T> T sometimes(int of, Supplier<T> what) {
        return random.nextInt(of) == 0 ? what.get() : null;
    }

    private Address address() {
        return ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    }

    private LocalDate day() {
        var days = BLOCKS * 20_000 / 86_400;
        return LocalDate.of(2023, 11, 13).plusDays(random.nextLong(days + 1));
    }
}
