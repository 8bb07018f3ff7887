package org.urunan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urunan.database.Database;
import org.urunan.support.SetClock;
import org.urunan.support.TestDatabase;

class ContentStoreTest {

    /** Room for three uploads of 1,000 bytes, or four smaller ones. */
    private record Quotas(
            Duration quarantine,
            long quarantineBytes,
            int quarantineCount,
            Duration quarantineProtected)
            implements ContentConfig {}

    private final SetClock clock = new SetClock();
    private TestDatabase tables;
    private Database database;
    private ContentStore contents;
    private Quarantine quarantine;
    private WantList wantList;

    private void start(TestDatabase.Kind kind) {
        tables = TestDatabase.of(kind);
        database = new Database(tables);
        contents = new ContentStore(database, clock);
        wantList = new WantList(database, clock);
        quarantine =
                new Quarantine(
                        database,
                        clock,
                        new Quotas(Duration.ofHours(24), 3_500, 4, Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private static byte[] bytes(int seed, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) seed);
        return bytes;
    }

    private void want(Cid cid) {
        database.write(
                t ->
                        t.change(
                                "insert into wanted (hash, max_size, tries, next_try) values (?, 1000, 0, 0)",
                                cid.hash()));
    }

    @ParameterizedTest
    @EnumSource
    void uploadsEndAfterADayUnlessTheChainNamesThem(TestDatabase.Kind kind) {
        start(kind);
        var forgotten = quarantine.add(bytes(1, 10));
        var announced = quarantine.add(bytes(2, 10));
        assertThat(contents.get(announced)).isEmpty();
        assertThat(contents.getHeld(announced)).contains(bytes(2, 10));
        assertThat(contents.keep(announced)).isTrue();
        clock.pass(Duration.ofHours(24));
        assertThat(quarantine.expire()).isOne();
        assertThat(contents.isHeld(forgotten)).isFalse();
        assertThat(contents.get(announced)).contains(bytes(2, 10));
        assertThat(contents.keep(forgotten)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anUploadThatIsRepeatedWaitsAnewAndTakesNoMoreRoom(TestDatabase.Kind kind) {
        start(kind);
        for (var i = 0; i < 10; i++) {
            quarantine.add(bytes(1, 1_000));
            clock.pass(Duration.ofHours(23));
        }
        assertThat(quarantine.expire()).isZero();
        var kept = quarantine.add(bytes(1, 1_000));
        contents.keep(kept);
        quarantine.add(bytes(1, 1_000));
        clock.pass(Duration.ofDays(2));
        quarantine.expire();
        assertThat(contents.isKept(kept)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void quarantineHasQuotasOfBytesAndOfCount(TestDatabase.Kind kind) {
        start(kind);
        for (var i = 0; i < 3; i++) {
            quarantine.add(bytes(i, 1_000));
        }
        assertThatThrownBy(() -> quarantine.add(bytes(9, 1_000)))
                .isInstanceOf(QuarantineFull.class);
        quarantine.add(bytes(9, 400));
        assertThatThrownBy(() -> quarantine.add(bytes(8, 1))).isInstanceOf(QuarantineFull.class);
        assertThatThrownBy(() -> quarantine.add(new byte[ContentStore.MAX_SIZE + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aFullQuarantineLetsGoOfWhatWaitedLongerThanTheProtectedTime(TestDatabase.Kind kind) {
        start(kind);
        var oldest = quarantine.add(bytes(1, 1_000));
        clock.pass(Duration.ofMinutes(59));
        var younger = quarantine.add(bytes(2, 1_000));
        quarantine.add(bytes(3, 1_000));
        assertThatThrownBy(() -> quarantine.add(bytes(4, 1_000)))
                .isInstanceOf(QuarantineFull.class);
        clock.pass(Duration.ofMinutes(1));
        var newest = quarantine.add(bytes(4, 1_000));
        assertThat(contents.isHeld(oldest)).isFalse();
        assertThat(contents.isHeld(younger)).isTrue();
        assertThat(contents.isHeld(newest)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWantedBytesFromElsewhereAreStored(TestDatabase.Kind kind) {
        start(kind);
        assertThat(contents.fulfil(bytes(1, 10))).isFalse();
        assertThat(tables.rows("select * from content")).isEmpty();
        var wanted = Cid.of(bytes(1, 10));
        want(wanted);
        assertThat(contents.fulfil(bytes(2, 10))).isFalse();
        assertThat(contents.isHeldOrWanted(wanted)).isTrue();
        assertThat(contents.fulfil(bytes(1, 10))).isTrue();
        assertThat(contents.get(wanted)).contains(bytes(1, 10));
        assertThat(contents.counts()).isEqualTo(new ContentStore.Counts(1, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aFlippedBitIsFoundAndNeverServed(TestDatabase.Kind kind) {
        start(kind);
        var cid = quarantine.add(bytes(1, 10));
        var other = quarantine.add(bytes(2, 10));
        contents.keep(cid);
        contents.keep(other);
        var flipped = bytes(1, 10);
        flipped[4] ^= 2;
        database.write(
                t -> t.change("update content set bytes = ? where hash = ?", flipped, cid.hash()));
        var verified = Optional.<Cid>empty();
        for (var i = 0; i < 3; i++) {
            verified = contents.verifyNextAfter(verified);
        }
        assertThat(tables.rows("select hash from content"))
                .as("dropped without anybody asking for it")
                .hasSize(1);
        assertThat(contents.get(cid)).isEmpty();
        assertThat(contents.get(other)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyHasIsAskedForLessAndLessOften(TestDatabase.Kind kind) {
        start(kind);
        var cid = Cid.of(bytes(1, 10));
        want(cid);
        var waited = Duration.ZERO;
        for (var tries = 0; tries < 20; tries++) {
            var due = wantList.due(10);
            assertThat(due).containsExactly(new WantList.Wanted(cid, 1_000, tries));
            wantList.postpone(due.getFirst());
            assertThat(wantList.due(10)).isEmpty();
            for (waited = Duration.ZERO; wantList.due(10).isEmpty(); ) {
                waited = waited.plusSeconds(1L << Math.min(tries, 10));
                clock.pass(Duration.ofSeconds(1L << Math.min(tries, 10)));
            }
        }
        assertThat(waited).isBetween(Duration.ofHours(2), Duration.ofHours(4));
    }
}
