package org.urunan.campaign;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.urunan.content.Arrivals;
import org.urunan.content.ContentStore;
import org.urunan.content.Picture;
import org.urunan.database.Database;
import org.urunan.database.Transaction;

/**
 * Brings the content into line with the chain: what an announcement or an accepted manifest names
 * is kept if it is here and wanted if it is not. All of it is derived from the tables by queries
 * that may be repeated at will, so nothing is lost by a crash, a reorg, or another node that shares
 * the database.
 */
@Singleton
public final class AnnouncedContent {

    private static final String KEEP_ANNOUNCED =
            """
            update content set expires = null
            where expires > 0 and exists (select 1 from campaign c where c.content_hash = content.hash)
            """;
    private static final String KEEP_PICTURES =
            """
            update content set expires = null
            where expires > 0 and exists (
                select 1 from manifest_picture p join campaign c on c.content_hash = p.manifest
                where p.hash = content.hash)
            """;
    private static final String WANT_ANNOUNCED =
            """
            insert into wanted (hash, max_size, tries, next_try)
            select distinct c.content_hash, cast(? as integer), 0, cast(? as bigint) from campaign c
            where not exists (select 1 from content k where k.hash = c.content_hash)
                and not exists (select 1 from wanted w where w.hash = c.content_hash)
            on conflict do nothing
            """;
    private static final String WANT_PICTURES =
            """
            insert into wanted (hash, max_size, tries, next_try)
            select distinct p.hash, cast(? as integer), 0, cast(? as bigint)
            from manifest_picture p join campaign c on c.content_hash = p.manifest
            where not exists (select 1 from content k where k.hash = p.hash)
                and not exists (select 1 from wanted w where w.hash = p.hash)
            on conflict do nothing
            """;
    private static final String WANT_NO_MORE =
            """
            delete from wanted where exists (select 1 from content k where k.hash = wanted.hash)
                or not exists (select 1 from campaign c where c.content_hash = wanted.hash)
                and not exists (
                    select 1 from manifest_picture p join campaign c on c.content_hash = p.manifest
                    where p.hash = wanted.hash)
            """;
    // Reorged announcements leave bytes that nothing names; they get the time of an upload.
    private static final String LET_GO =
            """
            update content set expires = ? where expires is null
                and hash not in (select content_hash from statement where content_hash is not null)
                and hash not in (
                    select p.hash from manifest_picture p join statement s
                    on s.content_hash = p.manifest)
            """;

    private final Database database;
    private final AnnouncedManifests manifests;
    private final Clock clock;

    public AnnouncedContent(Database database, ContentStore contents, Clock clock) {
        this.database = database;
        this.manifests = new AnnouncedManifests(database, contents);
        this.clock = clock;
    }

    /** Keeps what is here, reads what was not read yet, wants what is missing. */
    public void settle() {
        keepAndRead();
        database.write(this::want);
    }

    /**
     * The part that uploads and arrivals need: it looks at every campaign only after it found a
     * manifest, whose pictures may be missing.
     */
    public void settleArrivals() {
        if (keepAndRead() > 0) {
            database.write(this::want);
        }
    }

    private int keepAndRead() {
        database.write(change -> change.change(KEEP_ANNOUNCED));
        var read = manifests.readAll();
        database.write(AnnouncedContent::keepPictures);
        return read;
    }

    private static int keepPictures(Transaction change) {
        var kept = change.change(KEEP_PICTURES);
        if (kept > 0) {
            Arrivals.tell(change);
        }
        return kept;
    }

    /**
     * @param seconds how long what nothing names any more stays
     */
    public int letGo(long seconds) {
        return database.write(change -> change.change(LET_GO, now() + seconds));
    }

    private int want(Transaction change) {
        change.change(WANT_NO_MORE);
        return change.change(WANT_ANNOUNCED, Manifest.MAX_SIZE, now())
                + change.change(WANT_PICTURES, Picture.MAX_SIZE, now());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
