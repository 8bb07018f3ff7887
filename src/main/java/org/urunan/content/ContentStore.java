package org.urunan.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.urunan.database.Database;
import org.urunan.database.Transaction;
import org.urunan.money.Hash;

/**
 * The bytes this node holds, by CID. Each reading is verified by hash: bytes that changed on disk
 * are dropped and wanted again, never served.
 */
@Singleton
public final class ContentStore {

    /** The largest content, in bytes: a block of the IPFS specifications. */
    public static final int MAX_SIZE = 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(ContentStore.class);

    /**
     * @param held contents that the chain or an accepted manifest names and that are here
     * @param wanted contents that are named and missing
     */
    public record Counts(long held, long wanted) {}

    private final Database database;
    private final Clock clock;

    public ContentStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static Cid cidOf(byte[] bytes) {
        if (bytes.length > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "Content has at most %d bytes, not %d.".formatted(MAX_SIZE, bytes.length));
        }
        return Cid.of(bytes);
    }

    /** Kept bytes: what the chain or an accepted manifest names. Quarantine is not served. */
    public Optional<byte[]> get(Cid cid) {
        return verified(cid, "select bytes from content where hash = ? and expires is null");
    }

    /** Kept bytes or those in quarantine. */
    public Optional<byte[]> getHeld(Cid cid) {
        return verified(cid, "select bytes from content where hash = ?");
    }

    public boolean isKept(Cid cid) {
        return exists("select 1 from content where hash = ? and expires is null", cid);
    }

    public boolean isHeld(Cid cid) {
        return exists("select 1 from content where hash = ?", cid);
    }

    /** Whether it is here, or asked of peers because it is named. */
    public boolean isHeldOrWanted(Cid cid) {
        return isHeld(cid) || exists("select 1 from wanted where hash = ?", cid);
    }

    /**
     * Keeps what is in quarantine, because it is named now.
     *
     * @return whether it is kept (now or before)
     */
    public boolean keep(Cid cid) {
        return database.write(
                change -> {
                    var kept =
                            change.change(
                                    "update content set expires = null where hash = ?", cid.hash());
                    return kept > 0;
                });
    }

    /**
     * Keeps bytes that came from elsewhere, if they are wanted.
     *
     * @return whether they were; unwanted bytes are not stored
     */
    public boolean fulfil(byte[] bytes) {
        var cid = cidOf(bytes);
        return database.write(
                change -> {
                    var hash = cid.hash();
                    if (change.change("delete from wanted where hash = ?", hash) == 0) {
                        return false;
                    }
                    insert(change, cid, bytes);
                    Arrivals.tell(change);
                    return true;
                });
    }

    private void insert(Transaction change, Cid cid, byte[] bytes) {
        var hash = cid.hash();
        if (change.change("update content set expires = null where hash = ?", hash) == 0) {
            change.change(
                    """
                    insert into content (hash, size, bytes, added, expires)
                    values (?, ?, ?, ?, null) on conflict do nothing
                    """,
                    hash,
                    bytes.length,
                    bytes,
                    clock.instant().getEpochSecond());
        }
    }

    /**
     * Reads the kept content whose hash follows, which drops it if it changed on disk.
     *
     * @return what was read; nothing behind the last one
     */
    public Optional<Cid> verifyNextAfter(Optional<Cid> previous) {
        var after = previous.map(Cid::hash).orElse(Hash.ZERO);
        var next =
                database.read(
                        s ->
                                s.first(
                                        """
                                        select hash from content
                                        where hash > ? and expires is null order by hash limit 1
                                        """,
                                        row -> new Cid(row.hash(1)),
                                        after));
        next.ifPresent(this::get);
        return next;
    }

    public Counts counts() {
        return database.read(
                snapshot ->
                        snapshot.first(
                                        """
                                        select
                                          (select count(*) from content where expires is null),
                                          (select count(*) from wanted)
                                        """,
                                        row -> new Counts(row.number(1), row.number(2)))
                                .orElseThrow());
    }

    private boolean exists(String sql, Cid cid) {
        return database.read(s -> s.first(sql, row -> true, cid.hash())).isPresent();
    }

    private Optional<byte[]> verified(Cid cid, String sql) {
        var hash = cid.hash();
        var found = database.read(s -> s.first(sql, row -> row.bytes(1), hash));
        if (found.isPresent() && !Cid.of(found.get()).equals(cid)) {
            LOG.errorf("Content %s changed on disk; it is dropped and asked for again.", cid);
            // Only these very bytes: another node may have replaced them already.
            database.write(
                    s -> {
                        var dropped =
                                s.change(
                                        "delete from content where hash = ? and bytes = ?",
                                        hash,
                                        found.get());
                        Arrivals.tell(s);
                        return dropped;
                    });
            return Optional.empty();
        }
        return found;
    }
}
