package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.NATIVE;
import static org.urunan.support.ChainScript.address;
import static org.urunan.support.ChainScript.block;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ChainUpdate.UpToDate;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

class LedgerTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.ONE);
    private static final CampaignId SCHOOL = new CampaignId(SITI, BigInteger.TWO);

    /** Block 100: two campaigns and three gifts; block 101: one gift. */
    private static Appended start() {
        return ChainScript.after(BEFORE, "main")
                .block()
                .tx()
                .announce(WELL)
                .announce(SCHOOL)
                .tx()
                .donation(WELL, BUDI, DOLLAR, 5)
                .transfer(DOLLAR, BUDI, SITI, 5)
                .tx()
                .donation(SCHOOL, ANI, NATIVE, 7)
                .tx()
                .pay(ANI, SITI, 9, WELL.numberBytes())
                .block()
                .tx()
                .transfer(DOLLAR, BUDI, SITI, 6)
                .appended();
    }

    private static Appended next(Appended before) {
        return ChainScript.after(before.last(), "main")
                .block()
                .tx()
                .close(SCHOOL)
                .tx()
                .transfer(DOLLAR, BUDI, SITI, 8)
                .tx()
                .transfer(COCOA, SITI, SITI, 1)
                .block()
                .appended();
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateIsStoredWithItsTotals(Kind kind) {
        try (var books = new Books(kind)) {
            var first = start();
            books.ledger.apply(first);
            Books.assertHolds(books.database, List.of(first), BEFORE);
            assertThat(books.ledger.resume().cursor()).isEqualTo(first.last());
        }
    }

    @ParameterizedTest
    @EnumSource
    void reorgRemovesEntriesThatAreNotFinalAndRestoresTotalsExactly(Kind kind) {
        try (var books = new Books(kind)) {
            var first = start();
            var gone = next(first);
            books.ledger.apply(first);
            books.ledger.apply(gone);
            var other =
                    ChainScript.after(first.last(), "other")
                            .block()
                            .block()
                            .tx()
                            .announce(new CampaignId(ANI, BigInteger.TEN))
                            .transfer(COCOA, BUDI, ANI, 3)
                            .block()
                            .appended();
            var change = books.ledger.apply(new Reorged(first.last(), List.of(other)));
            assertThat(change.removed()).isEqualTo(2);
            assertThat(change.added()).isEqualTo(1);
            assertThat(change.campaigns())
                    .containsExactlyInAnyOrder(WELL, SCHOOL, new CampaignId(ANI, BigInteger.TEN));
            Books.assertHolds(books.database, List.of(first, other), BEFORE);

            books.ledger.apply(new Reorged(first.last(), List.of(gone)));
            Books.assertHolds(books.database, List.of(first, gone), BEFORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFinalIsDigestedAndItsEmptyBlocksAreForgotten(Kind kind) {
        try (var books = new Books(kind)) {
            var first = start();
            var second = next(first);
            books.ledger.apply(first);
            books.ledger.apply(second);
            books.ledger.apply(new Finalised(first.last()));
            Books.assertHolds(books.database, List.of(first, second), first.last());
            books.ledger.resume();
            books.ledger.apply(new Finalised(second.last()));
            Books.assertHolds(books.database, List.of(first, second), second.last());
            assertThat(new StoredLedger(books.database).blocks()).hasSize(3);
            assertThat(books.ledger.resume().unfinalised()).isEmpty();
            assertThat(books.ledger.resume().finalised()).isEqualTo(second.last());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFinalIsNeverRemoved(Kind kind) {
        try (var books = new Books(kind)) {
            var first = start();
            books.ledger.apply(first);
            books.ledger.apply(new Finalised(first.last()));
            var other = ChainScript.after(BEFORE, "other").block().appended();
            assertThatThrownBy(() -> books.ledger.apply(new Reorged(BEFORE, List.of(other))))
                    .isInstanceOf(LedgerConflict.class)
                    .hasMessageContaining("final up to block 101");
            Books.assertHolds(books.database, List.of(first), first.last());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateThatDoesNotFollowTheCursorIsRefused(Kind kind) {
        try (var books = new Books(kind)) {
            var first = start();
            books.ledger.apply(first);
            assertThatThrownBy(() -> books.ledger.apply(first)).isInstanceOf(LedgerConflict.class);
            var other = ChainScript.after(block(101, "other"), "other").block().appended();
            assertThatThrownBy(() -> books.ledger.apply(other)).isInstanceOf(LedgerConflict.class);
            Books.assertHolds(books.database, List.of(first), BEFORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondWriterFails(Kind kind) {
        try (var books = new Books(kind)) {
            var one = books.ledger;
            var two = Ledger.open(new Database(books.database), Books.ORIGIN, Books.TOKENS);
            two.resume();
            var first = start();
            one.apply(first);
            assertThatThrownBy(() -> two.apply(first)).isInstanceOf(LedgerConflict.class);
            assertThat(two.resume().cursor()).isEqualTo(first.last());
            Books.assertHolds(books.database, List.of(first), BEFORE);
        }
    }

    /** As when a writer's connection to its lock was cut, and it has not noticed yet. */
    @ParameterizedTest
    @EnumSource
    void aWriterThatMissedAReorgCallsNothingFinal(Kind kind) {
        try (var books = new Books(kind)) {
            var first = start();
            books.ledger.apply(first);
            var other = ChainScript.after(first.last(), "other").block().appended();
            var main = ChainScript.after(first.last(), "main").block().appended();
            books.ledger.apply(main);
            var second = Ledger.open(new Database(books.database), Books.ORIGIN, Books.TOKENS);
            second.apply(new Reorged(first.last(), List.of(other)));
            assertThatThrownBy(() -> books.ledger.apply(new Finalised(main.last())))
                    .isInstanceOf(LedgerConflict.class);
            assertThat(books.ledger.resume().finalised()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherOriginStopsWithASentence(Kind kind) {
        try (var books = new Books(kind)) {
            var other =
                    new LedgerOrigin(1, Books.ORIGIN.contract(), Books.TOKENS.hash(), 100, true);
            assertThatThrownBy(() -> Ledger.open(new Database(books.database), other, Books.TOKENS))
                    .isInstanceOf(OtherLedger.class)
                    .hasMessageContaining("URUNAN_CHAIN_ID was 31337 and is now 1")
                    .hasMessageContaining("empty database");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sumsAbove2To256AreExact(Kind kind) {
        try (var books = new Books(kind)) {
            var most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
            var update =
                    ChainScript.after(BEFORE, "main")
                            .block()
                            .tx()
                            .announce(WELL)
                            .transfer(COCOA, BUDI, SITI, most)
                            .transfer(COCOA, ANI, SITI, most)
                            .transfer(COCOA, BUDI, SITI, BigInteger.ONE)
                            .appended();
            books.ledger.apply(update);
            Books.assertHolds(books.database, List.of(update), BEFORE);
            var total = books.reads().read(view -> view.totalsOf(WELL)).getFirst();
            assertThat(total.amount())
                    .isEqualTo(BigInteger.ONE.shiftLeft(257).subtract(BigInteger.ONE));
            assertThat(total.finalAmount()).isEqualTo(BigInteger.ZERO);
            assertThat(total.donations()).isEqualTo(3);
            assertThat(total.donors()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHeadTellsTheLag(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(start());
            books.ledger.apply(new UpToDate(block(105, "main")));
            var status = books.reads().read(LedgerView::status);
            assertThat(status.asOf().number()).isEqualTo(101);
            assertThat(status.lagBlocks()).isEqualTo(4);
        }
    }
}
