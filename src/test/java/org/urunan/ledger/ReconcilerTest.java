package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.NATIVE;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.Holding;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

class ReconcilerTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.ONE);
    private static final CampaignId SCHOOL = new CampaignId(BUDI, BigInteger.ONE);

    /** What the chain says, by block, owner and token; what is not there it does not know. */
    private final Map<String, Long> balances = new HashMap<>();

    private final List<Holding> asked = new ArrayList<>();

    private Reconciler reconciler(Books books) {
        return new Reconciler(
                new Database(books.database),
                holdings -> {
                    asked.addAll(holdings);
                    return holdings.stream()
                            .map(
                                    it ->
                                            balances.get(
                                                    key(
                                                            it.block().number(),
                                                            it.owner(),
                                                            it.token())))
                            .map(it -> it == null ? null : BigInteger.valueOf(it))
                            .toList();
                },
                2);
    }

    private void onChain(long block, Address owner, Address token, long balance) {
        balances.put(key(block, owner, token), balance);
    }

    private static String key(long block, Address owner, Address token) {
        return block + " " + owner + " " + token;
    }

    private static List<String> of(Books books, Address beneficiary) {
        return books.reads()
                .read(
                        view ->
                                view.reconciliationsOf(beneficiary).stream()
                                        .map(ReconcilerTest::told)
                                        .toList());
    }

    private static String told(Reconciliation it) {
        return "%s: %s + %s - %s, %s at %d, unexplained %s"
                .formatted(
                        it.token().symbol(),
                        it.opening(),
                        it.received(),
                        it.sent(),
                        it.balance(),
                        it.block().number(),
                        it.unexplained());
    }

    /** Known from the middle of block 100; 101 receives, 102 spends. */
    private static ChainScript history() {
        return ChainScript.after(BEFORE, "main")
                .block()
                .tx()
                .transfer(DOLLAR, ANI, SITI, 1_000)
                .announce(WELL)
                .transfer(DOLLAR, ANI, SITI, 10)
                .transfer(DOLLAR, SITI, ANI, 3)
                .block()
                .tx()
                .transfer(DOLLAR, ANI, SITI, 20)
                .block()
                .tx()
                .transfer(DOLLAR, SITI, ANI, 5);
    }

    private static void applyAll(Books books, ChainScript script) {
        books.ledger.apply(script.appended());
        books.ledger.apply(new Finalised(script.ref()));
    }

    @ParameterizedTest
    @EnumSource
    void openingAndWhatMovedSinceExplainTheBalance(Kind kind) {
        try (var books = new Books(kind)) {
            applyAll(books, history());
            onChain(100, SITI, DOLLAR, 1_007);
            onChain(102, SITI, DOLLAR, 1_022);
            reconciler(books).run(() -> true);
            assertThat(of(books, SITI))
                    .containsExactly("USDX: 1000 + 30 - 8, 1022 at 102, unexplained 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingOrTooMuchIsUnexplained(Kind kind) {
        try (var books = new Books(kind)) {
            applyAll(books, history());
            onChain(100, SITI, DOLLAR, 1_007);
            onChain(102, SITI, DOLLAR, 1_000);
            reconciler(books).run(() -> true);
            assertThat(of(books, SITI))
                    .containsExactly("USDX: 1000 + 30 - 8, 1000 at 102, unexplained -22");
        }
    }

    @Test
    void withoutAnOldStateTheOpeningIsNotKnown() {
        try (var books = new Books(Kind.H2)) {
            applyAll(books, history());
            onChain(102, SITI, DOLLAR, 1_022);
            reconciler(books).run(() -> true);
            assertThat(of(books, SITI))
                    .containsExactly("USDX: null + 30 - 8, 1022 at 102, unexplained null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatMovedIsAskedForAgain(Kind kind) {
        try (var books = new Books(kind)) {
            var first = history().block().tx().announce(SCHOOL).transfer(COCOA, ANI, BUDI, 1);
            applyAll(books, first);
            for (var block : new long[] {100, 103, 104}) {
                onChain(block, SITI, DOLLAR, 1_022);
                onChain(block, BUDI, COCOA, 1);
            }
            reconciler(books).run(() -> true);
            asked.clear();
            reconciler(books).run(() -> true);
            assertThat(asked).isEmpty();
            applyAll(
                    books,
                    ChainScript.after(first.ref(), "main")
                            .block()
                            .tx()
                            .transfer(COCOA, ANI, BUDI, 2));
            reconciler(books).run(() -> true);
            assertThat(asked)
                    .extracting(it -> key(it.block().number(), it.owner(), it.token()))
                    .containsExactly(key(104, BUDI, COCOA));
            assertThat(of(books, BUDI))
                    .containsExactly("COCO: 0 + 3 - 0, 1 at 104, unexplained -2");
            assertThat(of(books, SITI)).singleElement().asString().contains(" at 103");
        }
    }

    @Test
    void whatFailsKeepsTheOlderComparison() {
        try (var books = new Books(Kind.H2)) {
            var first = history();
            applyAll(books, first);
            onChain(100, SITI, DOLLAR, 1_007);
            onChain(102, SITI, DOLLAR, 1_022);
            reconciler(books).run(() -> true);
            var more = ChainScript.after(first.ref(), "main").block().tx();
            applyAll(books, more.transfer(DOLLAR, ANI, SITI, 7));
            reconciler(books).run(() -> true);
            var before = "USDX: 1000 + 30 - 8, 1022 at 102, unexplained 0";
            assertThat(of(books, SITI)).containsExactly(before);
            var failing =
                    new Reconciler(
                            new Database(books.database),
                            _ -> {
                                throw new ChainFailure.Unavailable("gone", null);
                            },
                            50);
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> failing.run(() -> true)))
                    .isInstanceOf(ChainFailure.Unavailable.class);
            assertThat(of(books, SITI)).containsExactly(before);
            onChain(103, SITI, DOLLAR, 1_029);
            reconciler(books).run(() -> true);
            assertThat(of(books, SITI))
                    .containsExactly("USDX: 1000 + 37 - 8, 1029 at 103, unexplained 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReorgChangesNothing(Kind kind) {
        try (var books = new Books(kind)) {
            var first = history();
            applyAll(books, first);
            onChain(100, SITI, DOLLAR, 1_007);
            onChain(102, SITI, DOLLAR, 1_022);
            books.ledger.apply(
                    ChainScript.after(first.ref(), "main")
                            .block()
                            .tx()
                            .transfer(DOLLAR, ANI, SITI, 9)
                            .appended());
            reconciler(books).run(() -> true);
            books.ledger.apply(
                    new Reorged(
                            first.ref(),
                            List.of(ChainScript.after(first.ref(), "other").block().appended())));
            reconciler(books).run(() -> true);
            assertThat(of(books, SITI))
                    .containsExactly("USDX: 1000 + 30 - 8, 1022 at 102, unexplained 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTallyIsTheSumOfAllPieces(Kind kind) {
        try (var books = new Books(kind)) {
            var random = new Random(7);
            var script = ChainScript.after(BEFORE, "main").block().tx().announce(WELL);
            long[] moved = new long[4];
            for (var i = 0; i < 300; i++) {
                var token = i % 2 == 0 ? DOLLAR : NATIVE;
                var out = random.nextBoolean();
                var amount = 1 + random.nextInt(50);
                moved[(i % 2) * 2 + (out ? 1 : 0)] += amount;
                script = random.nextInt(3) == 0 ? script.block().tx() : script.tx();
                if (token.equals(NATIVE)) {
                    script.pay(out ? SITI : ANI, out ? ANI : SITI, amount, new byte[0]);
                } else {
                    script.transfer(token, out ? SITI : ANI, out ? ANI : SITI, amount);
                }
            }
            applyAll(books, script);
            var tally = new Tally(new Database(books.database), 7);
            var pieces = 0;
            while (tally.proceed().isEmpty()) {
                pieces++;
            }
            assertThat(pieces).isGreaterThan(10);
            assertThat(tally.proceed()).contains(script.ref());
            assertThat(
                            books.database.rows(
                                    """
                                    select t.received, t.sent from tally t
                                    join token a on a.id = t.token order by a.id
                                    """))
                    .containsExactly(
                            List.of("" + moved[2], "" + moved[3]),
                            List.of("" + moved[0], "" + moved[1]));
        }
    }
}
