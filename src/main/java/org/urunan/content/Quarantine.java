package org.urunan.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.urunan.database.Database;
import org.urunan.database.Transaction;

/**
 * Where uploads wait for the announcement that names them. What is here is not served. It ends by
 * itself; while it is full, uploads that waited longer than the protected time give way, so that
 * nobody can close the node to campaigners for a day.
 */
@Singleton
public final class Quarantine {

    private final Database database;
    private final Clock clock;
    private final ContentConfig config;
    // Nodes that share a database may overshoot the quota by one upload each.
    private final ReentrantLock room = new ReentrantLock();

    public Quarantine(Database database, Clock clock, ContentConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Takes bytes in, or starts their time again if they already wait. Bytes already kept stay as
     * they are.
     *
     * @throws QuarantineFull if there is no room
     * @throws IllegalArgumentException if there are more than {@link ContentStore#MAX_SIZE}
     */
    public Cid add(byte[] bytes) {
        var cid = ContentStore.cidOf(bytes);
        room.lock();
        try {
            return database.write(
                    change -> {
                        if (!prolong(change, cid)) {
                            makeRoom(change, bytes.length);
                            insert(change, cid, bytes);
                        }
                        return cid;
                    });
        } finally {
            room.unlock();
        }
    }

    /** Forgets what nobody announced in time. */
    public int expire() {
        return database.write(this::expire);
    }

    private int expire(Transaction change) {
        return change.change("delete from content where expires <= ?", now());
    }

    private boolean prolong(Transaction change, Cid cid) {
        var hash = cid.hash();
        change.change(
                "update content set expires = ? where hash = ? and expires is not null",
                now() + config.quarantine().toSeconds(),
                hash);
        return change.first("select 1 from content where hash = ?", row -> true, hash).isPresent();
    }

    private void makeRoom(Transaction change, int size) {
        expire(change);
        var oldest = now() + config.quarantine().minus(config.quarantineProtected()).toSeconds();
        while (!hasRoom(change, size)) {
            var gone =
                    change.change(
                            """
                            delete from content where hash in
                            (select hash from content where expires <= ? order by expires limit 10)
                            """,
                            oldest);
            if (gone == 0) {
                throw new QuarantineFull();
            }
        }
    }

    private boolean hasRoom(Transaction change, int size) {
        return change.first(
                        "select count(*), coalesce(sum(size), 0) from content where expires is not null",
                        row ->
                                row.number(1) < config.quarantineCount()
                                        && row.number(2) + size <= config.quarantineBytes())
                .orElse(true);
    }

    private void insert(Transaction change, Cid cid, byte[] bytes) {
        change.change(
                """
                insert into content (hash, size, bytes, added, expires) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                cid.hash(),
                bytes.length,
                bytes,
                now(),
                now() + config.quarantine().toSeconds());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
