package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.NATIVE;
import static org.urunan.ledger.Books.UNLISTED;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

/** A reorg takes away everything of every kind, and brings back what was before. */
class RollbackTest {

    private static final Address SITI = address("siti");
    private static final Address WATI = address("wati");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final Address DEWI = address("dewi");
    private static final CampaignId OPEN = campaign(1);
    private static final CampaignId CLOSED = campaign(2);
    private static final CampaignId MOVED = campaign(3);
    private static final CampaignId OPEN_AGAIN = campaign(4);
    private static final CampaignId BACK_AGAIN = campaign(5);
    private static final CampaignId NEW = campaign(6);
    private static final CampaignId OF_WATI = new CampaignId(WATI, BigInteger.ONE);

    private final Appended stays = stays();
    private final Appended statements = statements(stays.last());
    private final Appended gifts = gifts(stays.last());
    private final Appended empty =
            ChainScript.after(stays.last(), "other").block().block().appended();

    private static CampaignId campaign(long number) {
        return new CampaignId(SITI, BigInteger.valueOf(number));
    }

    private static Appended stays() {
        return ChainScript.after(BEFORE, "main")
                .block()
                .tx()
                .announce(OPEN)
                .announce(CLOSED)
                .announce(MOVED)
                .announce(OPEN_AGAIN)
                .announce(BACK_AGAIN)
                .tx()
                .close(CLOSED)
                .move(MOVED, OPEN)
                .close(OPEN_AGAIN)
                .move(BACK_AGAIN, OPEN)
                .announce(OPEN_AGAIN)
                .announce(BACK_AGAIN)
                .block()
                .tx()
                .donation(OPEN, BUDI, DOLLAR, 5)
                .transfer(DOLLAR, BUDI, SITI, 5)
                .transfer(COCOA, BUDI, SITI, 4)
                .tx()
                .donation(OPEN, ANI, UNLISTED, 1)
                .transfer(DOLLAR, SITI, DEWI, 2)
                .appended();
    }

    private static Appended statements(BlockRef parent) {
        return ChainScript.after(parent, "main")
                .block()
                .tx()
                .announce(OPEN, ChainScript.hash("revised"))
                .announce(CLOSED)
                .announce(MOVED)
                .close(OPEN_AGAIN)
                .move(BACK_AGAIN, OPEN)
                .block()
                .tx()
                .announce(NEW)
                .announce(OF_WATI)
                .close(OF_WATI)
                .appended();
    }

    private static Appended gifts(BlockRef parent) {
        return ChainScript.after(parent, "main")
                .block()
                .tx()
                .donation(OPEN, BUDI, DOLLAR, 6)
                .transfer(DOLLAR, BUDI, SITI, 6)
                .transfer(DOLLAR, ANI, SITI, 7)
                .transfer(DOLLAR, SITI, SITI, 8)
                .tx()
                .donation(OPEN_AGAIN, DEWI, NATIVE, 9)
                .block()
                .tx()
                .donation(OPEN, ANI, UNLISTED, 3)
                .donation(OPEN, ANI, COCOA, 3)
                .tx()
                .transfer(DOLLAR, SITI, DEWI, 2)
                .pay(SITI, DEWI, 1, new byte[0])
                .appended();
    }

    @ParameterizedTest
    @EnumSource
    void campaignsAreAgainWhatTheirRemainingStatementsSay(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(stays);
            books.ledger.apply(statements);
            var change = books.ledger.apply(new Reorged(stays.last(), List.of(empty)));
            assertThat(change.campaigns())
                    .containsExactlyInAnyOrder(
                            OPEN, CLOSED, MOVED, OPEN_AGAIN, BACK_AGAIN, NEW, OF_WATI);
            Books.assertHolds(books.database, List.of(stays, empty), BEFORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesRejectionsWhatWasSentAndTheirDonorsAreGone(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(stays);
            books.ledger.apply(gifts);
            var change = books.ledger.apply(new Reorged(stays.last(), List.of(empty)));
            assertThat(change.removed()).isEqualTo(4);
            assertThat(change.campaigns()).containsExactlyInAnyOrder(OPEN, OPEN_AGAIN);
            Books.assertHolds(books.database, List.of(stays, empty), BEFORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWriterRemembersNothingOfWhatIsGone(Kind kind) {
        try (var books = new Books(kind)) {
            books.ledger.apply(stays);
            books.ledger.apply(gifts);
            books.ledger.apply(new Reorged(stays.last(), List.of(statements)));
            books.ledger.apply(new Reorged(stays.last(), List.of(gifts)));
            Books.assertHolds(books.database, List.of(stays, gifts), BEFORE);
            books.ledger.apply(new Reorged(stays.last(), List.of(empty)));
            var again = gifts(empty.last());
            books.ledger.apply(again);
            books.ledger.apply(new Finalised(again.last()));
            Books.assertHolds(books.database, List.of(stays, empty, again), again.last());
        }
    }

    /** What an audit finds wrong may be far behind: then most of a ledger is taken away. */
    @ParameterizedTest
    @EnumSource
    void manyEntriesAreTakenAwayPieceByPiece(Kind kind) {
        for (var piece = 1; piece <= 5; piece++) {
            var size = piece;
            try (var books = new Books(kind)) {
                books.ledger.apply(stays);
                books.ledger.apply(gifts);
                var database = new Database(books.database);
                int removed =
                        database.write(
                                transaction ->
                                        new Rollback(transaction, stays.last(), size)
                                                .removeEntries());
                assertThat(removed).isEqualTo(4);
                Books.assertHolds(books.database, List.of(stays), BEFORE);
            }
        }
    }
}
