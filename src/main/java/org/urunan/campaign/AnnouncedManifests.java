package org.urunan.campaign;

import java.util.Locale;
import org.jboss.logging.Logger;
import org.urunan.content.Arrivals;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.database.Database;
import org.urunan.database.Transaction;
import org.urunan.money.Hash;

/**
 * Reads each announced manifest once, and writes down what is searched in it, which pictures it
 * names, or why it is none.
 */
final class AnnouncedManifests {

    private static final Logger LOG = Logger.getLogger(AnnouncedManifests.class);
    private static final int AT_ONCE = 50;
    private static final int MAX_PROBLEMS = 2000;

    private static final String NOT_READ_YET =
            """
            select distinct c.content_hash from campaign c
            join content k on k.hash = c.content_hash and k.expires is null
            where not exists (select 1 from manifest m where m.hash = c.content_hash)
                and not exists (select 1 from unreadable u where u.hash = c.content_hash)
            limit 50
            """;

    private final Database database;
    private final ContentStore contents;

    AnnouncedManifests(Database database, ContentStore contents) {
        this.database = database;
        this.contents = contents;
    }

    /**
     * Reads whatever was announced, is here, and was not read yet.
     *
     * @return how many
     */
    int readAll() {
        for (var read = 0; ; ) {
            var hashes = database.read(snapshot -> snapshot.list(NOT_READ_YET, row -> row.hash(1)));
            hashes.forEach(this::read);
            read += hashes.size();
            if (hashes.size() < AT_ONCE) {
                return read;
            }
        }
    }

    private void read(Hash hash) {
        var bytes = contents.get(new Cid(hash));
        // Gone since the query, or changed on disk and dropped: then it is wanted.
        bytes.ifPresent(found -> database.write(change -> note(change, hash, found)));
    }

    private static int note(Transaction change, Hash hash, byte[] bytes) {
        var noted =
                switch (Manifest.read(bytes)) {
                    case Reading.Accepted(var manifest) -> insert(change, hash, manifest);
                    case Reading.Refused refused -> insert(change, hash, refused);
                };
        Arrivals.tell(change);
        return noted;
    }

    private static int insert(Transaction change, Hash hash, Manifest manifest) {
        var pictures = manifest.pictures();
        for (var i = 0; i < pictures.size(); i++) {
            change.change(
                    """
                    insert into manifest_picture (manifest, ordinal, hash) values (?, ?, ?)
                    on conflict do nothing
                    """,
                    hash,
                    i,
                    pictures.get(i).hash());
        }
        return change.change(
                """
                insert into manifest (hash, title, category, search) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                hash,
                manifest.title(),
                manifest.category().word(),
                "%s %s %s"
                        .formatted(manifest.title(), manifest.summary(), manifest.place())
                        .toLowerCase(Locale.ROOT));
    }

    private static int insert(Transaction change, Hash hash, Reading.Refused refused) {
        var problems = refused.problems().toString();
        LOG.infof("The announced content %s is no manifest: %s", new Cid(hash), problems);
        return change.change(
                "insert into unreadable (hash, problems) values (?, ?) on conflict do nothing",
                hash,
                problems.length() > MAX_PROBLEMS ? problems.substring(0, MAX_PROBLEMS) : problems);
    }
}
