package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.CampaignQuery;
import org.urunan.campaign.Manifest.Category;
import org.urunan.campaign.Statement;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

class LedgerViewTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.ONE);
    private static final CampaignId SCHOOL = new CampaignId(ANI, BigInteger.TWO);

    /** Blocks 100 to 109: WELL and SCHOOL, and in each block one gift of its number less 99. */
    private static Appended tenGifts() {
        var script =
                ChainScript.after(BEFORE, "main").block().tx().announce(WELL).tx().announce(SCHOOL);
        for (var i = 1; i <= 10; i++) {
            var isOdd = i % 2 == 1;
            script.tx()
                    .donation(isOdd ? WELL : SCHOOL, i <= 3 ? BUDI : ANI, isOdd ? DOLLAR : COCOA, i)
                    .transfer(isOdd ? DOLLAR : COCOA, i <= 3 ? BUDI : ANI, isOdd ? SITI : ANI, i);
            if (i < 10) {
                script.block();
            }
        }
        return script.appended();
    }

    private static Books tenGifts(Kind kind) {
        var books = new Books(kind);
        books.ledger.apply(tenGifts());
        books.ledger.apply(new Finalised(ChainScript.block(104, "main")));
        return books;
    }

    private static LedgerPage page(Books books, LedgerQuery query) {
        return books.reads().read(view -> view.page(query));
    }

    private static List<Integer> amounts(LedgerPage page) {
        return page.entries().stream().map(entry -> entry.amount().intValue()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void pagesGoForthAndBack(Kind kind) {
        try (var books = tenGifts(kind)) {
            var byWay = LedgerQuery.newest(4).of(filter(null, Way.CONTRACT, null, null));
            for (var query :
                    List.of(
                            LedgerQuery.newest(4),
                            LedgerQuery.newest(4).oldestFirst(),
                            byWay,
                            byWay.oldestFirst())) {
                var first = page(books, query);
                var second = page(books, query.from(first.next()));
                var third = page(books, query.from(second.next()));
                assertThat(first.previous()).isNull();
                assertThat(third.next()).isNull();
                var all = new ArrayList<>(amounts(first));
                all.addAll(amounts(second));
                all.addAll(amounts(third));
                assertThat(query.isAscending() ? all : all.reversed())
                        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
                assertThat(page(books, query.from(third.previous()))).isEqualTo(second);
                assertThat(page(books, query.from(second.previous()))).isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFilterFindsItsEntries(Kind kind) {
        try (var books = tenGifts(kind)) {
            var all = LedgerQuery.newest(100).oldestFirst();
            assertThat(amounts(page(books, all.ofCampaign(WELL)))).containsExactly(1, 3, 5, 7, 9);
            assertThat(amounts(page(books, all.ofDonor(BUDI)))).containsExactly(1, 2, 3);
            assertThat(amounts(page(books, all.ofBeneficiary(ANI))))
                    .containsExactly(2, 4, 6, 8, 10);
            assertThat(amounts(page(books, all.of(filter(COCOA, null, null, null)))))
                    .containsExactly(2, 4, 6, 8, 10);
            assertThat(amounts(page(books, all.of(filter(null, Way.CONTRACT, 103L, 104L)))))
                    .containsExactly(4, 5);
            assertThat(amounts(page(books, all.of(filter(null, Way.DIRECT, null, null)))))
                    .isEmpty();
            assertThat(amounts(page(books, all.ofDonor(address("nobody"))))).isEmpty();
            assertThat(amounts(page(books, all.of(filter(null, null, -5L, Long.MAX_VALUE)))))
                    .hasSize(10);
        }
    }

    private static LedgerFilter filter(Address token, Way way, Long fromBlock, Long toBlock) {
        return new LedgerFilter(null, null, null, token, way, null, null, fromBlock, toBlock);
    }

    @ParameterizedTest
    @EnumSource
    void daysAreWholeAndUtc(Kind kind) {
        try (var books = new Books(kind)) {
            // A block each 12 seconds: 533 is at 23:59:56 of the 14th of November 2023.
            var script = ChainScript.after(BEFORE, "main").block().tx().announce(WELL);
            for (var number : new long[] {533, 534, 7_733, 7_734}) {
                script.blockAt(number).tx().transfer(DOLLAR, BUDI, SITI, number);
            }
            books.ledger.apply(script.appended());
            var all = LedgerQuery.newest(100).oldestFirst();
            var day = LocalDate.of(2023, 11, 15);
            assertThat(amounts(page(books, all.of(LedgerFilter.NONE.on(day)))))
                    .containsExactly(534, 7_733);
            assertThat(amounts(page(books, all.of(days(day, null)))))
                    .containsExactly(534, 7_733, 7_734);
            assertThat(amounts(page(books, all.of(days(null, day)))))
                    .containsExactly(533, 534, 7_733);
            assertThat(amounts(page(books, all.of(days(day.plusYears(1), null))))).isEmpty();
            assertThat(amounts(page(books, all.of(days(null, day.minusYears(1)))))).isEmpty();
        }
    }

    private static LedgerFilter days(LocalDate from, LocalDate to) {
        return new LedgerFilter(null, null, null, null, null, from, to, null, null);
    }

    @ParameterizedTest
    @EnumSource
    void anEntryTellsEverythingOfItsDonation(Kind kind) {
        try (var books = tenGifts(kind)) {
            var entry = page(books, LedgerQuery.newest(1)).entries().getFirst();
            assertThat(entry.campaign()).isEqualTo(SCHOOL);
            assertThat(entry.beneficiary()).isEqualTo(ANI);
            assertThat(entry.donor()).isEqualTo(ANI);
            assertThat(entry.isSelf()).isTrue();
            assertThat(entry.token().symbol()).isEqualTo("COCO");
            assertThat(entry.blockNumber()).isEqualTo(109);
            assertThat(entry.blockHash()).isEqualTo(ChainScript.block(109, "main").hash());
            assertThat(entry.time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000 + 12 * 109));
            assertThat(entry.logIndex()).isEqualTo(1);
            assertThat(entry.isFinal()).isFalse();
            assertThat(entry.confirmations()).isEqualTo(1);
            var oldest = page(books, LedgerQuery.newest(1).oldestFirst()).entries().getFirst();
            assertThat(oldest.isFinal()).isTrue();
            assertThat(oldest.confirmations()).isEqualTo(10);
            var found = books.reads().read(view -> view.entriesIn(entry.txHash()));
            assertThat(found).containsExactly(entry);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReadIsABlockAndNotAnyOfItsNumber(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(
                    ChainScript.after(BEFORE, "main").block().block().block().appended());
            books.ledger.apply(new Finalised(ChainScript.block(101, "main")));
            for (var number = 100; number <= 102; number++) {
                assertThat(isRead(books, ChainScript.block(number, "main"))).isTrue();
            }
            assertThat(isRead(books, ChainScript.block(103, "main"))).isFalse();
            assertThat(isRead(books, ChainScript.block(102, "other"))).isFalse();
        }
    }

    private static boolean isRead(Books books, BlockRef block) {
        return books.reads().read(view -> view.isRead(block));
    }

    @ParameterizedTest
    @EnumSource
    void totalsTellWhatIsFinal(Kind kind) {
        try (var books = tenGifts(kind)) {
            var total = books.reads().read(view -> view.totalsOf(WELL));
            assertThat(total).hasSize(1);
            assertThat(total.getFirst().amount()).isEqualTo(1 + 3 + 5 + 7 + 9);
            assertThat(total.getFirst().finalAmount()).isEqualTo(1 + 3 + 5);
            assertThat(total.getFirst().donors()).isEqualTo(2);
            // What ANI gave to itself is in no total.
            assertThat(books.reads().read(view -> view.totalsOf(ANI)).getFirst().amount())
                    .isEqualTo(2);
            assertThat(books.reads().read(LedgerView::totalsOfEverything))
                    .extracting(each -> each.token().symbol())
                    .containsExactly("USDX", "COCO");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamGivesEverythingOnce(Kind kind) {
        try (var books = tenGifts(kind)) {
            var seen = new ArrayList<Integer>();
            books.reads()
                    .read(
                            view -> {
                                view.stream(
                                        LedgerQuery.newest(3).oldestFirst(),
                                        entry -> seen.add(entry.amount().intValue()));
                                return seen;
                            });
            assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerBelongsToOneBlockWhateverIsWrittenMeanwhile(Kind kind) {
        try (var books = new Books(kind)) {
            var first = ChainScript.after(BEFORE, "main").block().tx().announce(WELL).appended();
            books.ledger.apply(first);
            books.reads()
                    .read(
                            view -> {
                                var before = view.asOf();
                                books.ledger.apply(
                                        ChainScript.after(first.last(), "main")
                                                .block()
                                                .tx()
                                                .transfer(DOLLAR, BUDI, SITI, 5)
                                                .appended());
                                assertThat(view.page(LedgerQuery.newest(10)).entries()).isEmpty();
                                assertThat(view.totalsOf(WELL)).isEmpty();
                                assertThat(view.page(LedgerQuery.newest(10)).asOf())
                                        .isEqualTo(before);
                                return before;
                            });
            assertThat(page(books, LedgerQuery.newest(10)).entries()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDigestIsToldForFinalBlocksAlone(Kind kind) {
        try (var books = tenGifts(kind)) {
            books.reads()
                    .read(
                            view -> {
                                assertThat(view.digestAt(98)).isEmpty();
                                assertThat(view.digestAt(99)).contains(Books.ORIGIN.digest());
                                assertThat(view.digestAt(104)).isPresent();
                                assertThat(view.digestAt(103)).isNotEqualTo(view.digestAt(104));
                                return assertThat(view.digestAt(105)).isEmpty();
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDidNotCountIsToldWithItsReason(Kind kind) {
        try (var books = new Books(kind)) {
            var script =
                    ChainScript.after(BEFORE, "main")
                            .block()
                            .tx()
                            .announce(WELL)
                            .donation(WELL, BUDI, Books.UNLISTED, 5);
            books.ledger.apply(script.appended());
            var rejected = books.reads().read(view -> view.rejectedIn(script.txHash()));
            assertThat(rejected).hasSize(1);
            assertThat(rejected.getFirst().reason()).isEqualTo(RejectionReason.UNLISTED_TOKEN);
            assertThat(rejected.getFirst().token()).isEqualTo(Books.UNLISTED);
            assertThat(rejected.getFirst().logIndex()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void campaignsAreListedNewestFirstAndFoundByTheirWords(Kind kind) {
        try (var books = new Books(kind)) {
            var content = ChainScript.hash("content", SCHOOL);
            books.ledger.apply(
                    ChainScript.after(BEFORE, "main")
                            .block()
                            .tx()
                            .announce(WELL)
                            .announce(SCHOOL, content)
                            .block()
                            .tx()
                            .close(WELL)
                            .appended());
            books.database.execute(
                    """
                    insert into manifest (hash, title, category, search)
                    values (%s, 'Sekolah', 'education', 'sekolah atap 100%%')
                    """
                            .formatted(
                                    kind == Kind.H2
                                            ? "X'%s'".formatted(content.toString().substring(2))
                                            : "'\\x%s'"
                                                    .formatted(content.toString().substring(2))));
            assertThat(campaigns(books, null, null)).containsExactly(SCHOOL, WELL);
            assertThat(campaigns(books, null, true)).containsExactly(SCHOOL);
            assertThat(campaigns(books, null, false)).containsExactly(WELL);
            assertThat(campaigns(books, "ATAP sek", null)).containsExactly(SCHOOL);
            assertThat(campaigns(books, "100% sek", null)).containsExactly(SCHOOL);
            assertThat(campaigns(books, "1_0", null)).isEmpty();
            var any = new CampaignQuery(null, null, null, null, null, 50);
            var word = new CampaignQuery("atap", null, null, null, null, 50);
            var category = new CampaignQuery(null, Category.EDUCATION, null, null, null, 50);
            assertThat(found(books, category, Set.of())).containsExactly(SCHOOL);
            assertThat(found(books, category, Set.of(content))).isEmpty();
            assertThat(found(books, word, Set.of(content))).isEmpty();
            assertThat(found(books, word, Set.of(Hash.ZERO))).containsExactly(SCHOOL);
            assertThat(found(books, any, Set.of(content))).containsExactly(SCHOOL, WELL);
            books.reads()
                    .read(
                            view -> {
                                var found = view.campaigns().find(SCHOOL).orElseThrow();
                                assertThat(found.contentHash()).isEqualTo(content);
                                assertThat(found.announcedBlock()).isEqualTo(100);
                                assertThat(view.statements().of(WELL))
                                        .extracting(Statement::kind)
                                        .containsExactly(
                                                Statement.Kind.ANNOUNCED, Statement.Kind.CLOSED);
                                var first =
                                        view.campaigns()
                                                .page(
                                                        new CampaignQuery(
                                                                null, null, null, null, null, 1),
                                                        Set.of());
                                var second =
                                        view.campaigns()
                                                .page(
                                                        new CampaignQuery(
                                                                null,
                                                                null,
                                                                null,
                                                                null,
                                                                first.next(),
                                                                1),
                                                        Set.of());
                                assertThat(second.campaigns())
                                        .extracting(Campaign::id)
                                        .containsExactly(WELL);
                                assertThat(second.next()).isNull();
                                return found;
                            });
        }
    }

    private static List<CampaignId> campaigns(Books books, String text, Boolean open) {
        return found(books, new CampaignQuery(text, null, open, null, null, 50), Set.of());
    }

    private static List<CampaignId> found(Books books, CampaignQuery query, Set<Hash> withheld) {
        return books.reads()
                .read(
                        view ->
                                view.campaigns().page(query, withheld).campaigns().stream()
                                        .map(Campaign::id)
                                        .toList());
    }

    @Test
    void keysThatAreNoneAreRefusedWithASentence() {
        for (var key : List.of("", "x", "n", "n-1", "nZ", "n1234567890123", "1")) {
            assertThatThrownBy(() -> LedgerQuery.newest(1).from(key))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"next\"");
        }
    }
}
