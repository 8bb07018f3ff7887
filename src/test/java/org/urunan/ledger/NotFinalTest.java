package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.chain.BlockRef;
import org.urunan.database.Database;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

class NotFinalTest {

    private static final CampaignId WELL = new CampaignId(address("siti"), BigInteger.ONE);

    @ParameterizedTest
    @EnumSource
    void whatIsReadAgainComesInChunksOfWholeBlocks(Kind kind) {
        try (var books = new Books(kind)) {
            var update =
                    ChainScript.after(BEFORE, "main")
                            .block()
                            .tx()
                            .announce(WELL)
                            .transfer(DOLLAR, address("budi"), address("siti"), 1)
                            .transfer(DOLLAR, address("budi"), address("siti"), 2)
                            .block()
                            .block()
                            .tx()
                            .transfer(DOLLAR, address("ani"), address("siti"), 3)
                            .block()
                            .tx()
                            .transfer(DOLLAR, address("ani"), address("siti"), 4)
                            .transfer(DOLLAR, address("budi"), address("siti"), 5)
                            .appended();
            books.ledger.apply(update);
            var atOnce = taken(books, update.last(), 100);
            var oneByOne = taken(books, update.last(), 1);
            assertThat(atOnce).hasSize(1);
            assertThat(oneByOne).hasSizeGreaterThan(1);
            assertThat(oneByOne.stream().flatMap(List::stream).toList())
                    .isEqualTo(atOnce.getFirst())
                    .extracting(each -> each.entries().size())
                    .containsExactly(2, 1, 2);
        }
    }

    private static List<List<NotFinal.OfBlock>> taken(Books books, BlockRef to, int chunk) {
        var chunks = new ArrayList<List<NotFinal.OfBlock>>();
        new Database(books.database)
                .read(
                        snapshot -> {
                            new NotFinal(true, chunk)
                                    .takeUpTo(
                                            snapshot,
                                            BEFORE,
                                            to,
                                            to,
                                            blocks -> chunks.add(List.copyOf(blocks)));
                            return chunks;
                        });
        return chunks;
    }
}
