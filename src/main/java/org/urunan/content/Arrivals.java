package org.urunan.content;

import org.urunan.database.Snapshot;
import org.urunan.database.Transaction;

/**
 * Counts how often the texts and pictures that can be shown changed, so that whoever shows them
 * sees with one look whether to look again, also when another node on the same database took them.
 */
public final class Arrivals {

    private Arrivals() {}

    /** Something came, or went: to be told last in the transaction in which it did. */
    public static void tell(Transaction change) {
        if (change.change("update arrival set contents = contents + 1") == 0) {
            change.change(
                    "insert into arrival (id, contents) values (1, 1) on conflict do nothing");
        }
    }

    /** A number that is another one whenever something has changed since. */
    public static long count(Snapshot snapshot) {
        return snapshot.first("select contents from arrival where id = 1", row -> row.number(1))
                .orElse(0L);
    }
}
