package org.urunan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.support.TestDatabase;

/** Whoever kills the process leaves the file as it is at that moment. */
class WholeTransactionsTest {

    /** H2 left to itself writes twice a second. */
    private static final long LONGER_THAN_H2_WAITS = 1_500;

    @TempDir Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private TestDatabase source;
    private Database database;

    @BeforeEach
    void createTable() {
        source = TestDatabase.opened(url("urunan"));
        database = new Database(source);
        source.execute("create table gift (id bigint primary key)");
        give(1);
    }

    @AfterEach
    void close() {
        threads.close();
        source.close();
    }

    @Test
    void whatWasCommittedIsInTheFile() throws IOException {
        give(2);

        assertThat(giftsIfKilledNow()).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenWhileATransactionGoesOn() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var writing =
                CompletableFuture.runAsync(
                        () ->
                                database.write(
                                        transaction -> {
                                            insert(transaction, 2);
                                            inside.countDown();
                                            await(goOn);
                                            return insert(transaction, 3);
                                        }),
                        threads);
        await(inside);
        var before = bytes();
        Thread.sleep(LONGER_THAN_H2_WAITS);
        assertThat(bytes()).isEqualTo(before);

        goOn.countDown();
        writing.get(10, TimeUnit.SECONDS);
        assertThat(giftsIfKilledNow()).isEqualTo(3);
    }

    @Test
    void transactionsThatWriteComeOneAfterTheOther() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first =
                CompletableFuture.runAsync(
                        () ->
                                database.write(
                                        transaction -> {
                                            inside.countDown();
                                            return await(goOn);
                                        }),
                        threads);
        await(inside);
        var second = CompletableFuture.runAsync(() -> give(2), threads);
        Thread.sleep(200);
        assertThat(second).isNotDone();
        assertThat(gifts(database)).isEqualTo(1);

        goOn.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(gifts(database)).isEqualTo(2);
    }

    private void give(long id) {
        database.write(transaction -> insert(transaction, id));
    }

    private static int insert(Transaction transaction, long id) {
        return transaction.change("insert into gift (id) values (?)", id);
    }

    private long giftsIfKilledNow() throws IOException {
        Files.copy(file("urunan"), file("killed"));
        try (var killed = TestDatabase.opened(url("killed"))) {
            return gifts(new Database(killed));
        }
    }

    private static long gifts(Database database) {
        return database.read(
                snapshot ->
                        snapshot.first("select count(*) from gift", row -> row.number(1))
                                .orElseThrow());
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file("urunan"));
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";FILE_LOCK=NO";
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Stopped while waiting", e);
        }
    }
}
