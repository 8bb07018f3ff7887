package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.support.ChainScript.address;
import static org.urunan.support.ChainScript.block;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ReadBlock;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

class DaysTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.ONE);
    private static final CampaignId SCHOOL = new CampaignId(SITI, BigInteger.TWO);
    private static final CampaignId BOAT = new CampaignId(ANI, BigInteger.ONE);

    /** A block each 12 seconds: this is the first one of the 15th of November 2023. */
    private static final long FIRST_OF_15TH = 534;

    private static final long A_DAY = 7_200;
    private static final LocalDate THE_14TH = LocalDate.of(2023, 11, 14);

    /**
     * On the 14th one gift, on the 15th two and one to herself, on the 17th one to nothing special.
     */
    private static ChainScript gifts() {
        return ChainScript.after(BEFORE, "main")
                .block()
                .tx()
                .announce(WELL)
                .announce(BOAT)
                .blockAt(FIRST_OF_15TH - 1)
                .tx()
                .transfer(DOLLAR, BUDI, SITI, 1)
                .blockAt(FIRST_OF_15TH)
                .tx()
                .transfer(DOLLAR, BUDI, SITI, 2)
                .transfer(COCOA, ANI, SITI, 3)
                .transfer(COCOA, SITI, SITI, 4)
                .tx()
                .announce(SCHOOL)
                .blockAt(FIRST_OF_15TH + 2 * A_DAY)
                .tx()
                .transfer(DOLLAR, BUDI, SITI, 5)
                .transfer(DOLLAR, BUDI, ANI, 6);
    }

    private static List<Long> last(int days, List<Day> all) {
        assertThat(all).hasSize(30);
        var last = all.subList(all.size() - days, all.size());
        assertThat(all.subList(0, all.size() - days)).allMatch(day -> day.donations() == 0);
        return last.stream().map(Day::donations).toList();
    }

    private static List<Day> everything(Books books) {
        return books.reads().read(LedgerView::daysOfEverything);
    }

    private static List<Day> of(Books books, CampaignId campaign) {
        return books.reads().read(view -> view.daysOf(campaign));
    }

    private static List<Day> of(Books books, Address beneficiary) {
        return books.reads().read(view -> view.daysOf(beneficiary));
    }

    @ParameterizedTest
    @EnumSource
    void eachGiftCountsOnTheDayOfItsBlockUnlessItIsFromTheBeneficiaryItself(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(gifts().appended());
            assertThat(last(4, everything(books))).containsExactly(1L, 2L, 0L, 2L);
            assertThat(everything(books).getLast().date()).isEqualTo(THE_14TH.plusDays(3));
            assertThat(everything(books).getFirst().date()).isEqualTo(THE_14TH.minusDays(26));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGiftThatIsNotForOneCampaignCountsForItsBeneficiaryAlone(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(gifts().appended());
            assertThat(last(4, of(books, SITI))).containsExactly(1L, 2L, 0L, 1L);
            assertThat(last(2, of(books, WELL))).containsExactly(1L, 2L);
            assertThat(of(books, WELL).getLast().date()).isEqualTo(THE_14TH.plusDays(1));
            assertThat(of(books, SCHOOL)).isEmpty();
            assertThat(last(1, of(books, BOAT))).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReorgTakesItsGiftsFromTheirDays(Kind kind) {
        try (var books = new Books(kind)) {
            var first = gifts().appended();
            books.ledger.apply(first);
            var gone =
                    ChainScript.after(first.last(), "gone")
                            .block()
                            .tx()
                            .transfer(DOLLAR, BUDI, ANI, 7)
                            .blockAt(FIRST_OF_15TH + 3 * A_DAY)
                            .tx()
                            .transfer(DOLLAR, BUDI, SITI, 8)
                            .announce(new CampaignId(BUDI, BigInteger.ONE))
                            .transfer(DOLLAR, ANI, BUDI, 9)
                            .appended();
            books.ledger.apply(gone);
            assertThat(last(5, everything(books))).containsExactly(1L, 2L, 0L, 3L, 2L);
            Books.assertHolds(books.database, List.of(first, gone), BEFORE);

            var instead = ChainScript.after(first.last(), "instead").block().appended();
            books.ledger.apply(new Reorged(first.last(), List.of(instead)));
            assertThat(last(4, everything(books))).containsExactly(1L, 2L, 0L, 2L);
            assertThat(of(books, BUDI)).isEmpty();
            Books.assertHolds(books.database, List.of(first, instead), BEFORE);
        }
    }

    /** A block may claim any time: the same as the one before, or an earlier day's. */
    @ParameterizedTest
    @EnumSource
    void aReorgOfBlocksWhoseTimesGoBackTakesFromTheRightDays(Kind kind) {
        try (var books = new Books(kind)) {
            var first = gifts().appended();
            books.ledger.apply(first);
            var back =
                    withTimeOf(
                            first.blocks().get(1),
                            ChainScript.after(first.last(), "back")
                                    .block()
                                    .tx()
                                    .transfer(DOLLAR, BUDI, SITI, 7)
                                    .block()
                                    .tx()
                                    .transfer(DOLLAR, BUDI, SITI, 8)
                                    .appended());
            books.ledger.apply(back);
            assertThat(last(4, everything(books))).containsExactly(3L, 2L, 0L, 2L);
            Books.assertHolds(books.database, List.of(first, back), BEFORE);

            var instead = ChainScript.after(first.last(), "instead").block().appended();
            books.ledger.apply(new Reorged(first.last(), List.of(instead)));
            assertThat(last(4, everything(books))).containsExactly(1L, 2L, 0L, 2L);
            Books.assertHolds(books.database, List.of(first, instead), BEFORE);
        }
    }

    private static Appended withTimeOf(ReadBlock other, Appended update) {
        var blocks =
                update.blocks().stream()
                        .map(it -> new ReadBlock(it.number(), it.hash(), other.time(), 0))
                        .toList();
        return new Appended(
                update.parent(),
                update.last(),
                blocks,
                update.logs(),
                update.calls(),
                update.natives());
    }

    @ParameterizedTest
    @EnumSource
    void finalityAndARestartChangeNothing(Kind kind) {
        try (var books = new Books(kind)) {
            var first = gifts().appended();
            books.ledger.apply(first);
            books.ledger.apply(new Finalised(block(FIRST_OF_15TH, "main")));
            var again = Ledger.open(new Database(books.database), Books.ORIGIN, Books.TOKENS);
            again.resume();
            var next =
                    ChainScript.after(first.last(), "main")
                            .block()
                            .tx()
                            .transfer(DOLLAR, BUDI, ANI, 7)
                            .appended();
            again.apply(next);
            again.apply(new Finalised(next.last()));
            assertThat(last(4, everything(books))).containsExactly(1L, 2L, 0L, 3L);
            assertThat(last(1, of(books, BOAT))).containsExactly(2L);
            Books.assertHolds(books.database, List.of(first, next), next.last());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyDaysTheLastThirtyAreTold(Kind kind) {
        try (var books = new Books(kind)) {
            var script = ChainScript.after(BEFORE, "main").block().tx().announce(WELL);
            for (var day = 0; day < 40; day++) {
                script.blockAt(FIRST_OF_15TH + day * A_DAY).tx();
                for (var gifts = 0; gifts <= day; gifts++) {
                    script.transfer(DOLLAR, BUDI, SITI, 1);
                }
            }
            books.ledger.apply(script.appended());
            var days = of(books, WELL);
            assertThat(days).hasSize(30);
            assertThat(days.getFirst()).isEqualTo(new Day(THE_14TH.plusDays(11), 11));
            assertThat(days.getLast()).isEqualTo(new Day(THE_14TH.plusDays(40), 40));

            books.ledger.apply(
                    ChainScript.after(script.ref(), "main")
                            .blockAt(FIRST_OF_15TH + 65 * A_DAY)
                            .tx()
                            .transfer(DOLLAR, BUDI, SITI, 1)
                            .appended());
            assertThat(of(books, WELL)).hasSize(30);
            assertThat(of(books, WELL).subList(0, 5))
                    .extracting(Day::donations)
                    .containsExactly(37L, 38L, 39L, 40L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyGaveThereAreNone(Kind kind) {
        try (var books = new Books(kind)) {
            assertThat(everything(books)).isEmpty();
            assertThat(of(books, WELL)).isEmpty();
            assertThat(of(books, SITI)).isEmpty();
        }
    }
}
