package org.urunan.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.urunan.database.Database;

/**
 * What is named and missing. Each failed round of asking doubles the time until the next, up to
 * hours, so that content nobody holds costs nearly nothing; what was tried least comes first, so
 * that it cannot hold up the rest.
 */
@Singleton
public final class WantList {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 12;

    /**
     * @param maxSize more bytes than this are not taken
     */
    public record Wanted(Cid cid, int maxSize, int tries) {}

    private final Database database;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public WantList(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What may be asked for now, at most {@code limit}. */
    public List<Wanted> due(int limit) {
        return database.read(
                snapshot ->
                        snapshot.list(
                                """
                                select hash, max_size, tries from wanted
                                where next_try <= ? order by tries, next_try limit ?
                                """,
                                row ->
                                        new Wanted(
                                                new Cid(row.hash(1)),
                                                row.integer(2),
                                                row.integer(3)),
                                clock.instant().getEpochSecond(),
                                limit));
    }

    /** Nobody could be asked: soon again, because that says nothing about this content. */
    public void defer(Wanted wanted) {
        database.write(
                change ->
                        change.change(
                                "update wanted set next_try = ? where hash = ?",
                                clock.instant().plus(FIRST_WAIT).getEpochSecond(),
                                wanted.cid().hash()));
    }

    /** Nobody had it: ask again later, at a time of its own. */
    public void postpone(Wanted wanted) {
        var wait = FIRST_WAIT.toSeconds() << Math.min(wanted.tries(), MOST_DOUBLINGS);
        var next = clock.instant().getEpochSecond() + wait + random.nextLong(wait / 2 + 1);
        database.write(
                change ->
                        change.change(
                                "update wanted set tries = ?, next_try = ? where hash = ?",
                                wanted.tries() + 1,
                                next,
                                wanted.cid().hash()));
    }
}
