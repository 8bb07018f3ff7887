package org.urunan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.content.Cid;
import org.urunan.content.ContentConfig;
import org.urunan.content.ContentStore;
import org.urunan.content.Quarantine;
import org.urunan.content.WantList;
import org.urunan.database.Database;
import org.urunan.money.Hash;
import org.urunan.support.SetClock;
import org.urunan.support.TestDatabase;

class AnnouncedContentTest {

    private static final byte[] PICTURE = {1, 2, 3};

    private record Quotas() implements ContentConfig {
        @Override
        public Duration quarantine() {
            return Duration.ofHours(24);
        }

        @Override
        public long quarantineBytes() {
            return 1_000_000;
        }

        @Override
        public int quarantineCount() {
            return 100;
        }

        @Override
        public Duration quarantineProtected() {
            return Duration.ofHours(1);
        }
    }

    private final SetClock clock = new SetClock();
    private TestDatabase tables;
    private Database database;
    private ContentStore contents;
    private Quarantine quarantine;
    private WantList wantList;
    private AnnouncedContent announced;
    private int campaigns;

    private void start(TestDatabase.Kind kind) {
        tables = TestDatabase.of(kind);
        database = new Database(tables);
        contents = new ContentStore(database, clock);
        quarantine = new Quarantine(database, clock, new Quotas());
        wantList = new WantList(database, clock);
        announced = new AnnouncedContent(database, contents, clock);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private static byte[] manifest(String title) {
        return """
        {"version":1,"language":"id","title":"%s","summary":"Air BERSIH","story":"Kami",
         "category":"health","place":"Flores","pictures":["%s"],"links":[]}"""
                .formatted(title, Cid.of(PICTURE))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void announce(byte[] content) {
        var hash = Cid.of(content).hash();
        long id = ++campaigns;
        database.write(
                t ->
                        t.change(
                                        """
                                        insert into campaign (id, beneficiary, campaign_id,
                                            announced_at, revised_at, content_hash)
                                        values (?, 1, ?, ?, ?, ?)
                                        """,
                                        campaigns,
                                        Hash.keccak256(new byte[campaigns]),
                                        id,
                                        id,
                                        hash)
                                + t.change(
                                        """
                                        insert into statement
                                        (position, campaign, kind, content_hash, tx_hash)
                                        values (?, ?, 0, ?, ?)
                                        """,
                                        id,
                                        campaigns,
                                        hash,
                                        Hash.ZERO));
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Cid.of(content).hash().bytes());
    }

    private List<String> wanted() {
        return tables.rows("select hash, max_size from wanted order by max_size").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anUploadIsKeptAndReadOnceItIsAnnounced(TestDatabase.Kind kind) {
        start(kind);
        quarantine.add(PICTURE);
        quarantine.add(manifest("Sumur"));
        announced.settle();
        assertThat(contents.counts()).isEqualTo(new ContentStore.Counts(0, 0));
        announce(manifest("Sumur"));
        announced.settle();
        assertThat(contents.counts()).isEqualTo(new ContentStore.Counts(2, 0));
        assertThat(tables.rows("select title, category, search from manifest"))
                .containsExactly(List.of("Sumur", "health", "sumur air bersih flores"));
        clock.pass(Duration.ofDays(3));
        quarantine.expire();
        assertThat(contents.counts()).isEqualTo(new ContentStore.Counts(2, 0));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsWantedAndThenItsPicturesAre(TestDatabase.Kind kind) {
        start(kind);
        announce(manifest("Sumur"));
        announce(manifest("Sumur"));
        announced.settle();
        announced.settle();
        assertThat(wanted()).containsExactly(hex(manifest("Sumur")) + " 65536");
        contents.fulfil(manifest("Sumur"));
        announced.settleArrivals();
        assertThat(wanted()).containsExactly(hex(PICTURE) + " 524288");
        contents.fulfil(PICTURE);
        announced.settle();
        assertThat(wanted()).isEmpty();
        assertThat(contents.get(Cid.of(PICTURE))).contains(PICTURE);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoManifestIsKeptSaidOnceAndNeverAskedForAgain(TestDatabase.Kind kind) {
        start(kind);
        var text = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);
        announce(text);
        announced.settle();
        contents.fulfil(text);
        announced.settle();
        announced.settle();
        assertThat(wanted()).isEmpty();
        assertThat(contents.isKept(Cid.of(text))).isTrue();
        assertThat(tables.rows("select problems from unreadable"))
                .hasSize(1)
                .first()
                .asString()
                .contains("title: missing");
        assertThat(tables.rows("select * from manifest")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bytesThatChangedOnDiskAreWantedAgain(TestDatabase.Kind kind) {
        start(kind);
        quarantine.add(PICTURE);
        quarantine.add(manifest("Sumur"));
        announce(manifest("Sumur"));
        announced.settle();
        database.write(t -> t.change("update content set bytes = ?", new byte[] {0}));
        assertThat(contents.get(Cid.of(PICTURE))).isEmpty();
        assertThat(contents.get(Cid.of(manifest("Sumur")))).isEmpty();
        announced.settle();
        assertThat(wanted())
                .containsExactly(hex(manifest("Sumur")) + " 65536", hex(PICTURE) + " 524288");
        contents.fulfil(manifest("Sumur"));
        contents.fulfil(PICTURE);
        announced.settle();
        assertThat(contents.counts()).isEqualTo(new ContentStore.Counts(2, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aReorgedAnnouncementEndsTheWantAndLetsTheBytesGoInTime(TestDatabase.Kind kind) {
        start(kind);
        quarantine.add(manifest("Sumur"));
        announce(manifest("Sumur"));
        announced.settle();
        assertThat(wanted()).hasSize(1);
        tables.execute("delete from campaign");
        tables.execute("delete from statement");
        announced.settle();
        assertThat(wanted()).isEmpty();
        assertThat(announced.letGo(3_600)).isOne();
        announce(manifest("Sumur"));
        announced.settle();
        assertThat(contents.counts().held()).as("announced again in time").isOne();
        tables.execute("delete from campaign");
        tables.execute("delete from statement");
        announced.letGo(3_600);
        clock.pass(Duration.ofHours(2));
        quarantine.expire();
        assertThat(tables.rows("select * from content")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void earlierTextsOfACampaignStay(TestDatabase.Kind kind) {
        start(kind);
        quarantine.add(PICTURE);
        quarantine.add(manifest("Satu"));
        announce(manifest("Satu"));
        announced.settle();
        quarantine.add(manifest("Dua"));
        database.write(
                t ->
                        t.change(
                                "update campaign set content_hash = ?",
                                Cid.of(manifest("Dua")).hash()));
        announced.settle();
        assertThat(announced.letGo(3_600)).isOne(); // "Dua", which no statement names in this test
        assertThat(contents.isKept(Cid.of(manifest("Satu")))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void thousandsOfAnnouncementsAreWantedWithoutHoldingUpOneThatIsHere(TestDatabase.Kind kind) {
        start(kind);
        for (var i = 0; i < 300; i++) {
            announce(("absent " + i).getBytes(StandardCharsets.UTF_8));
        }
        announced.settle();
        wantList.due(1_000).forEach(wantList::postpone);
        announce(manifest("Sumur"));
        announced.settle();
        clock.pass(Duration.ofMinutes(1));
        assertThat(wantList.due(1))
                .extracting(WantList.Wanted::cid)
                .containsExactly(Cid.of(manifest("Sumur")));
        assertThat(wantList.due(1_000)).hasSize(301);
    }
}
