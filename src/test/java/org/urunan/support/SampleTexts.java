package org.urunan.support;

import java.util.Locale;
import org.urunan.campaign.Manifest;
import org.urunan.campaign.Reading;
import org.urunan.database.Database;
import org.urunan.money.Hash;

/** What the node notes of a manifest when it arrives, for lists and search. */
final class SampleTexts {

    private SampleTexts() {}

    static void index(Database database, Hash hash, byte[] bytes) {
        switch (Manifest.read(bytes)) {
            case Reading.Refused(var problems) ->
                    throw new IllegalArgumentException("The sample is no manifest: " + problems);
            case Reading.Accepted(var manifest) -> index(database, hash, manifest);
        }
    }

    private static void index(Database database, Hash hash, Manifest manifest) {
        var search = manifest.title() + " " + manifest.summary() + " " + manifest.place();
        database.write(
                change ->
                        change.change(
                                """
                                insert into manifest (hash, title, category, search)
                                values (?, ?, ?, ?) on conflict do nothing
                                """,
                                hash,
                                manifest.title(),
                                manifest.category().word(),
                                search.toLowerCase(Locale.ROOT)));
    }
}
