package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.campaign.AnnouncedContent;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.database.Database;
import org.urunan.ledger.Ledger;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.ledger.LedgerReads;
import org.urunan.money.CampaignId;
import org.urunan.money.TokenList;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase;

/** What listeners are told of, whoever wrote it, on both databases. */
class ChangeWatchTest {

    private static final TokenList TOKENS =
            TokenList.of(
                    """
                    {"name": "Test", "tokens": [{"chainId": 31337, "address": "%s", "symbol": "USDX", "name": "Dollar", "decimals": 6}]}
                    """
                            .formatted(ChainScript.address("dollar"))
                            .getBytes(StandardCharsets.UTF_8),
                    31337);
    private static final int CAMPAIGNS = 60;
    private static final byte[] TEXT =
            """
            {"version":1,"language":"en","title":"Late","summary":"It came later","story":"Here.",\
            "category":"other","place":"","pictures":[],"links":[]}"""
                    .getBytes(StandardCharsets.UTF_8);

    private final List<List<String>> told = new ArrayList<>();
    private Database database;
    private Ledger ledger;
    private Heads heads;

    private void start(TestDatabase tables) {
        database = new Database(tables);
        var origin =
                new LedgerOrigin(31337, ChainScript.address("donations"), TOKENS.hash(), 100, true);
        ledger = Ledger.open(database, origin, TOKENS);
        // Another node's reads: nothing of the writer's own memory helps.
        var reads = new LedgerReads(new Database(tables), TOKENS);
        var watch =
                new ChangeWatch(reads, new Heard<Changes>(changes -> told.add(changes.kinds())));
        heads = new Heads(reads, new Heard<Heads.News>(watch::look), Clock.systemUTC());
        var script = after(99).block();
        for (var i = 1; i <= CAMPAIGNS; i++) {
            script.tx().announce(campaign(i));
        }
        ledger.apply(script.appended());
        look();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void everyKindOfChangeIsToldAndNothingElse(TestDatabase.Kind kind) {
        try (var tables = TestDatabase.of(kind)) {
            start(tables);
            assertThat(look()).isEmpty();
            ledger.apply(after(100).block().appended());
            assertThat(look()).containsExactly(List.of("block"));
            ledger.apply(after(101).block().tx().announce(campaign(1), hash("revised")).appended());
            assertThat(look()).containsExactly(List.of("block", "campaigns"));
            ledger.apply(after(102).block().tx().close(campaign(2)).appended());
            assertThat(look()).containsExactly(List.of("block", "campaigns"));
            var donor = ChainScript.address("donor");
            var dollar = ChainScript.address("dollar");
            ledger.apply(
                    after(103)
                            .block()
                            .tx()
                            .transfer(dollar, donor, campaign(3).beneficiary(), 5)
                            .appended());
            assertThat(look()).containsExactly(List.of("block", "ledger"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aReorgThatTakesARevisionBackIsTold(TestDatabase.Kind kind) {
        try (var tables = TestDatabase.of(kind)) {
            start(tables);
            ledger.apply(after(100).block().tx().announce(campaign(1), hash("revised")).appended());
            look();
            var ancestor = ChainScript.block(100, "main");
            var instead = ChainScript.after(ancestor, "other").block().appended();
            ledger.apply(new Reorged(ancestor, List.of(instead)));
            assertThat(look()).containsExactly(List.of("block", "campaigns"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aTextThatArrivesWithoutANewBlockIsTold(TestDatabase.Kind kind) {
        try (var tables = TestDatabase.of(kind)) {
            start(tables);
            var announcement = after(100).block().tx().announce(campaign(1), Cid.of(TEXT).hash());
            ledger.apply(announcement.appended());
            var contents = new ContentStore(database, Clock.systemUTC());
            var announced = new AnnouncedContent(database, contents, Clock.systemUTC());
            announced.settle();
            look();
            assertThat(contents.fulfil(TEXT)).isTrue();
            announced.settleArrivals();
            assertThat(look()).containsExactly(List.of("campaigns"));
            announced.settleArrivals();
            assertThat(look()).isEmpty();
        }
    }

    /** What is told since the last look. */
    private List<List<String>> look() {
        told.clear();
        heads.look();
        return List.copyOf(told);
    }

    private static ChainScript after(long number) {
        BlockRef parent = ChainScript.block(number, "main");
        return ChainScript.after(parent, "main");
    }

    private static CampaignId campaign(int number) {
        return new CampaignId(
                ChainScript.address("beneficiary " + number), BigInteger.valueOf(number));
    }

    private static org.urunan.money.Hash hash(String name) {
        return ChainScript.hash(name);
    }

    /** Hands on what is fired, at once. */
    private record Heard<T>(Consumer<T> listener) implements Event<T> {

        @Override
        public void fire(T event) {
            listener.accept(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
