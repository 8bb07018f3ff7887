package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.ORIGIN;
import static org.urunan.ledger.Books.TOKENS;
import static org.urunan.ledger.Books.UNLISTED;
import static org.urunan.ledger.GrownLedger.BUDI;
import static org.urunan.ledger.GrownLedger.BUSY;
import static org.urunan.ledger.GrownLedger.OLD_BLOCK;
import static org.urunan.ledger.GrownLedger.OLD_TX;
import static org.urunan.ledger.GrownLedger.QUIET;
import static org.urunan.ledger.GrownLedger.SITI;
import static org.urunan.ledger.GrownLedger.TANI;
import static org.urunan.support.ChainScript.address;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.campaign.CampaignQuery;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.money.Address;
import org.urunan.money.Position;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase.Kind;

/**
 * What pages ask, and what a new block does, goes through no more rows in a ledger many times as
 * large, on either database: a plan that reads whole tables is quick on every small one.
 */
class ScansTest {

    private static final int FEW = 500;
    private static final int MANY = 5_000;

    /** Its plans hang on how many rows there are: with fewer, a wrong one is not made yet. */
    private static final int MANY_ON_H2 = 60_000;

    private static final int ROWS = 20;
    private static final LedgerQuery NEWEST = LedgerQuery.newest(ROWS);
    private static final LedgerFilter NONE = LedgerFilter.NONE;
    private static final LocalDate OLD_DAY = LocalDate.of(2023, 11, 14);

    @ParameterizedTest
    @EnumSource
    void whatIsAskedGoesThroughNoMoreRowsInALargerLedger(Kind kind) {
        var few = counts(kind, FEW);
        var many = counts(kind, kind == Kind.H2 ? MANY_ON_H2 : MANY);
        var grown = new ArrayList<String>();
        many.forEach(
                (what, rows) -> {
                    // Another plan of about the same cost is no growth.
                    if (rows > few.getOrDefault(what, 0L) * 1.5 + 5) {
                        grown.add("%d → %d rows: %s".formatted(few.get(what), rows, what));
                    }
                });
        assertThat(grown).isEmpty();
        assertThat(many.values()).as("rows that were counted").anyMatch(rows -> rows > 0);
    }

    private static void askForEntries(GrownLedger ledger) {
        var filters = new LinkedHashMap<String, LedgerFilter>();
        filters.put("everything", NONE);
        filters.put("campaign", NONE.ofCampaign(BUSY));
        filters.put("quiet campaign", NONE.ofCampaign(QUIET));
        filters.put("beneficiary", NONE.ofBeneficiary(SITI));
        filters.put("quiet beneficiary", NONE.ofBeneficiary(TANI));
        filters.put("donor", NONE.ofDonor(address("donor3")));
        filters.put("donor to campaign", NONE.ofDonor(address("donor3")).ofCampaign(BUSY));
        filters.put("rare token", ofTokenAndWay(COCOA, null));
        filters.put("token", ofTokenAndWay(DOLLAR, null));
        filters.put("rare way", ofTokenAndWay(null, Way.CONTRACT));
        filters.put("way", ofTokenAndWay(null, Way.DIRECT));
        filters.put("token and way", ofTokenAndWay(DOLLAR, Way.DIRECT));
        filters.put("beneficiary and token", ofTokenAndWay(DOLLAR, null).ofBeneficiary(SITI));
        filters.put("campaign and way", ofTokenAndWay(null, Way.DIRECT).ofCampaign(BUSY));
        filters.put("blocks", ofBlocks(OLD_BLOCK, 10_000));
        filters.put("campaign in blocks", ofBlocks(OLD_BLOCK, 10_000).ofCampaign(BUSY));
        filters.put("day", NONE.on(OLD_DAY));
        filters.put("campaign on a day", NONE.on(OLD_DAY).ofCampaign(BUSY));
        filters.forEach((name, filter) -> askForPages(ledger, name, NEWEST.of(filter)));
        askForPages(ledger, "oldest first", NEWEST.oldestFirst());
        ask(ledger, "transaction", view -> view.entriesIn(OLD_TX));
        ask(ledger, "rejected", view -> view.rejectedIn(OLD_TX));
    }

    private static LedgerFilter ofTokenAndWay(@Nullable Address token, @Nullable Way way) {
        return new LedgerFilter(null, null, null, token, way, null, null, null, null);
    }

    private static LedgerFilter ofBlocks(long first, long last) {
        return new LedgerFilter(null, null, null, null, null, null, null, first, last);
    }

    /** The first, and from the middle on to either side. */
    private static void askForPages(GrownLedger ledger, String name, LedgerQuery query) {
        var middle = Position.startOf((OLD_BLOCK + ledger.finalised.number()) / 2);
        var keys = Arrays.asList(null, PageKey.behind(middle), PageKey.before(middle));
        for (var key : keys) {
            ask(
                    ledger,
                    "page of " + name + " " + keys.indexOf(key),
                    it -> it.page(query.from(key)));
        }
    }

    private static void askForTheRest(GrownLedger ledger) {
        var campaigns = new CampaignQuery(null, null, true, null, null, ROWS);
        var quiet = new CampaignQuery(null, null, null, TANI, null, ROWS);
        ask(ledger, "totals of campaign", view -> view.totalsOf(BUSY));
        ask(ledger, "totals of quiet campaign", view -> view.totalsOf(QUIET));
        ask(ledger, "totals of beneficiary", view -> view.totalsOf(SITI));
        ask(ledger, "totals of quiet beneficiary", view -> view.totalsOf(TANI));
        ask(ledger, "totals", LedgerView::totalsOfEverything);
        ask(ledger, "days of campaign", view -> view.daysOf(BUSY));
        ask(ledger, "days of beneficiary", view -> view.daysOf(SITI));
        ask(ledger, "days", LedgerView::daysOfEverything);
        ask(ledger, "outgoing", view -> view.outgoing(new OutgoingQuery(null, null, ROWS)));
        ask(ledger, "outgoing of", view -> view.outgoing(new OutgoingQuery(SITI, null, ROWS)));
        ask(ledger, "outgoing of quiet", it -> it.outgoing(new OutgoingQuery(TANI, null, ROWS)));
        ask(ledger, "outgoing in transaction", view -> view.outgoingIn(OLD_TX));
        ask(ledger, "reconciliation", view -> view.reconciliationsOf(SITI));
        ask(ledger, "whether known", view -> view.isKnown(TANI));
        ask(ledger, "whether read", view -> view.isRead(ledger.finalised));
        ask(ledger, "digest", view -> view.digestAt(OLD_BLOCK + 1));
        ask(ledger, "campaign", view -> view.campaigns().find(QUIET));
        ask(ledger, "campaigns", view -> view.campaigns().page(campaigns, List.of()));
        ask(ledger, "campaigns of", view -> view.campaigns().page(quiet, List.of()));
        ask(ledger, "titles", it -> it.campaigns().titlesOf(List.of(BUSY, QUIET), _ -> true));
        ask(ledger, "free number", view -> view.campaigns().freeNumberOf(SITI));
        ask(ledger, "statements", view -> view.statements().of(QUIET));
        ask(ledger, "newest statement", view -> view.statements().newest());
        ask(ledger, "statements in transaction", view -> view.statements().in(OLD_TX));
    }

    private static <T> void ask(GrownLedger ledger, String what, Function<LedgerView, T> question) {
        var reads = new LedgerReads(ledger.database, TOKENS);
        ledger.count(what, () -> reads.read(question));
    }

    /** As after a restart, when nothing is remembered, and seen by another node. */
    private static void goOn(GrownLedger grown) {
        var ledger = Ledger.open(grown.database, ORIGIN, TOKENS);
        ledger.resume();
        var follower = new Follower(grown.database);
        follower.look();
        var next = gifts(ChainScript.after(grown.head, "main"));
        var other = gifts(ChainScript.after(grown.head, "other")).block();
        grown.count("append", () -> ledger.apply(next.appended()));
        grown.count("see what is appended", follower::look);
        var reorg = new Reorged(grown.head, List.of(other.appended()));
        grown.count("reorg", () -> ledger.apply(reorg));
        grown.count("see what is replaced", follower::look);
        grown.count("finality", () -> ledger.apply(new Finalised(grown.head)));
        grown.count("see what is final", follower::look);
        grown.count("tally", () -> new Tally(grown.database).proceed());
    }

    private static ChainScript gifts(ChainScript script) {
        script.block().tx().transfer(DOLLAR, address("donor30"), SITI, 7);
        script.tx().transfer(DOLLAR, BUDI, TANI, 8);
        script.tx().transfer(DOLLAR, address("someone"), SITI, 9);
        script.tx().transfer(DOLLAR, SITI, BUDI, 1);
        return script.tx().donation(BUSY, BUDI, UNLISTED, 5);
    }

    private static Map<String, Long> counts(Kind kind, int entries) {
        try (var ledger = new GrownLedger(kind, entries)) {
            askForEntries(ledger);
            askForTheRest(ledger);
            goOn(ledger);
            return ledger.counts();
        }
    }
}
