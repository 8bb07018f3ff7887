package org.urunan.campaign;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import org.urunan.content.Cid;
import org.urunan.content.ContentConfig;
import org.urunan.content.ContentStore;
import org.urunan.content.Quarantine;
import org.urunan.database.Database;

/**
 * The loop that keeps content in line with the chain. A round costs little: all campaigns are
 * looked at only after a new statement and once a minute. Each round also verifies one kept
 * content, so that bytes which changed on disk are found before anybody asks for them.
 */
@Startup
@Singleton
public final class ContentUpkeep {

    private static final Logger LOG = Logger.getLogger(ContentUpkeep.class);
    private static final long ROUND_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 10_000;
    private static final int ROUNDS_TO_SETTLE = 60;
    private static final int ROUNDS_TO_LET_GO = 3_600;

    private final AnnouncedContent announced;
    private final Quarantine quarantine;
    private final ContentStore contents;
    private final Database database;
    private final ContentConfig config;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Long> lastStatement = Optional.empty();
    private Optional<Cid> lastVerified = Optional.empty();
    private int round;

    ContentUpkeep(
            AnnouncedContent announced,
            Quarantine quarantine,
            ContentStore contents,
            Database database,
            ContentConfig config) {
        this.announced = announced;
        this.quarantine = quarantine;
        this.contents = contents;
        this.database = database;
        this.config = config;
        this.thread = Thread.ofVirtual().name("content-upkeep").start(this::run);
    }

    /** Never interrupted: H2 closes its files under an interrupted thread. */
    private void run() {
        try {
            while (!stopped.await(isRoundDone() ? ROUND_MILLIS : PAUSE_MILLIS, MILLISECONDS)) {
                // The next round.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRoundDone() {
        try {
            round();
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Content could not be brought into line with the chain; once more.");
            return false;
        }
    }

    private void round() {
        var statement =
                database.read(
                        s -> s.first("select max(position) from statement", row -> row.number(1)));
        if (!statement.equals(lastStatement) || round % ROUNDS_TO_SETTLE == 0) {
            announced.settle();
            quarantine.expire();
            lastStatement = statement;
        } else {
            announced.settleArrivals();
        }
        if (round % ROUNDS_TO_LET_GO == ROUNDS_TO_LET_GO - 1) {
            announced.letGo(config.quarantine().toSeconds());
        }
        lastVerified = contents.verifyNextAfter(lastVerified);
        round++;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join();
    }
}
