package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ChainUpdate.UpToDate;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase;
import org.urunan.support.TestDatabase.Kind;

class FirstBackfillTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.ONE);
    private static final CampaignId SCHOOL = new CampaignId(SITI, BigInteger.TWO);

    private static Appended announced() {
        return ChainScript.after(BEFORE, "main")
                .block()
                .tx()
                .announce(WELL)
                .announce(SCHOOL)
                .appended();
    }

    private static Appended given(Appended before, CampaignId campaign) {
        return ChainScript.after(before.last(), "main")
                .block()
                .tx()
                .donation(campaign, BUDI, DOLLAR, 5)
                .transfer(DOLLAR, BUDI, SITI, 5)
                .appended();
    }

    @ParameterizedTest
    @EnumSource
    void theIndexesAreMadeOnceTheHeadIsReached(Kind kind) {
        try (var books = new Books(kind)) {
            var first = announced();
            var second = given(first, WELL);
            books.ledger.resume();
            books.ledger.apply(first);
            books.ledger.apply(second);
            books.ledger.apply(new UpToDate(ChainScript.block(5_000, "main")));
            assertThat(indexes(books.database)).isZero();
            books.ledger.apply(new UpToDate(second.last()));
            assertThat(indexes(books.database)).isEqualTo(EntryIndexes.ALL.size());
            books.ledger.apply(given(second, SCHOOL));
            Books.assertHolds(
                    books.database, List.of(first, second, given(second, SCHOOL)), BEFORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestartInBetweenMakesTheIndexesAndCountsOn(Kind kind) {
        try (var books = new Books(kind)) {
            var first = announced();
            var second = given(first, WELL);
            var third = given(second, WELL);
            books.ledger.resume();
            books.ledger.apply(first);
            books.ledger.apply(second);
            books.ledger.resume();
            assertThat(indexes(books.database)).isEqualTo(EntryIndexes.ALL.size());
            books.ledger.apply(third);
            Books.assertHolds(books.database, List.of(first, second, third), BEFORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAReorgTakesAwayIsGivenForTheFirstTimeAgain(Kind kind) {
        try (var books = new Books(kind)) {
            var first = announced();
            books.ledger.resume();
            books.ledger.apply(first);
            books.ledger.apply(given(first, WELL));
            var other = given(first, SCHOOL);
            books.ledger.apply(new Reorged(first.last(), List.of(other)));
            Books.assertHolds(books.database, List.of(first, other), BEFORE);
        }
    }

    @Test
    void itIsFullWhenItRemembersTooMuch() {
        var backfill = new FirstBackfill(6);
        backfill.firsts(List.of(new Firsts.Key(1, (short) 1, 1, 1)));
        assertThat(backfill.isFull()).isFalse();
        backfill.firsts(List.of(new Firsts.Key(2, (short) 2, 1, null)));
        assertThat(backfill.isFull()).isFalse();
        backfill.firsts(List.of(new Firsts.Key(2, (short) 2, 1, 1)));
        assertThat(backfill.isFull()).isTrue();
    }

    @Test
    void aSetOfNumbersIsASet() {
        var random = new Random(1);
        var set = new LongSet();
        var other = new HashSet<Long>();
        var wrong = new ArrayList<Long>();
        for (var i = 0; i < 100_000; i++) {
            var number = 1 + (long) random.nextInt(60_000) << random.nextInt(32);
            if (set.add(number) != other.add(number)) {
                wrong.add(number);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(set.size()).isEqualTo(other.size());
    }

    private static int indexes(TestDatabase database) {
        return database.rows(
                        switch (database.url().startsWith("jdbc:h2") ? Kind.H2 : Kind.POSTGRESQL) {
                            case H2 ->
                                    """
                                    select index_name from information_schema.indexes
                                    where index_name like 'entry_by_%'
                                    """;
                            case POSTGRESQL ->
                                    """
                                    select indexname from pg_indexes
                                    where indexname like 'entry_by_%'
                                    """;
                        })
                .size();
    }
}
