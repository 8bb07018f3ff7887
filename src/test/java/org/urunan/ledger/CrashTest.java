package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.NATIVE;
import static org.urunan.ledger.Books.ORIGIN;
import static org.urunan.ledger.Books.TOKENS;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ResumePoint;
import org.urunan.database.Database;
import org.urunan.database.DatabaseException;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.support.ChainScript;
import org.urunan.support.FailingDataSource;
import org.urunan.support.TestDatabase;

/** Killed between any two statements, the ledger goes on exactly where it was. */
class CrashTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.ONE);
    private static final CampaignId SCHOOL = new CampaignId(ANI, BigInteger.TWO);

    private static final Appended FIRST =
            ChainScript.after(BEFORE, "main")
                    .block()
                    .tx()
                    .announce(WELL)
                    .donation(WELL, BUDI, DOLLAR, 5)
                    .transfer(DOLLAR, BUDI, SITI, 5)
                    .donation(WELL, BUDI, Books.UNLISTED, 5)
                    .block()
                    .tx()
                    .transfer(COCOA, ANI, SITI, 9)
                    .appended();

    private static final Appended GONE =
            ChainScript.after(FIRST.last(), "gone")
                    .block()
                    .tx()
                    .close(WELL)
                    .announce(SCHOOL)
                    .tx()
                    .donation(SCHOOL, BUDI, NATIVE, 3)
                    .block()
                    .tx()
                    .transfer(DOLLAR, address("gone"), SITI, 1)
                    .appended();

    private static final Appended INSTEAD =
            ChainScript.after(FIRST.last(), "instead")
                    .block()
                    .tx()
                    .pay(BUDI, SITI, 2, WELL.numberBytes())
                    .tx()
                    .announce(SCHOOL)
                    .block()
                    .block()
                    .tx()
                    .transfer(DOLLAR, BUDI, ANI, 1)
                    .appended();

    private static final List<ChainUpdate> UPDATES =
            List.of(
                    FIRST,
                    GONE,
                    new Finalised(ChainScript.block(100, "main")),
                    new Reorged(FIRST.last(), List.of(INSTEAD)),
                    new Finalised(INSTEAD.last()));

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void killedAnywhereItGoesOnExactlyThere(TestDatabase.Kind kind, boolean failsAfterCommits) {
        try (var database = TestDatabase.of(kind)) {
            var n = 0;
            while (isKilledAt(++n, database, failsAfterCommits)) {
                Books.assertHolds(database, List.of(FIRST, INSTEAD), INSTEAD.last());
                database.empty();
            }
            Books.assertHolds(database, List.of(FIRST, INSTEAD), INSTEAD.last());
            assertThat(n).isGreaterThan(80);
        }
    }

    private static boolean isKilledAt(int n, TestDatabase database, boolean failsAfterCommits) {
        var failing = new FailingDataSource(database, n, failsAfterCommits);
        try {
            run(new Database(failing));
        } catch (DatabaseException e) {
            assertThat(failing.hasFailed()).isTrue();
            run(new Database(database));
        }
        return failing.hasFailed();
    }

    /** A node that starts, and applies whatever is not yet stored. */
    private static void run(Database database) {
        var ledger = Ledger.open(database, ORIGIN, TOKENS);
        for (var update : UPDATES.subList(applied(ledger.resume()), UPDATES.size())) {
            ledger.apply(update);
        }
    }

    private static int applied(ResumePoint point) {
        if (point.cursor() == null) {
            return 0;
        }
        if (point.cursor().equals(FIRST.last())) {
            return 1;
        }
        if (point.cursor().equals(GONE.last())) {
            return point.finalised() == null ? 2 : 3;
        }
        return point.finalised().equals(INSTEAD.last()) ? 5 : 4;
    }
}
