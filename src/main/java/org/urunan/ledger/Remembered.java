package org.urunan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;

/**
 * What short numbers stand for, asked once for each as long as it is remembered. Bounded: when
 * full, all are forgotten and asked again as they are needed.
 */
final class Remembered<K, T> {

    private static final int MOST = 50_000;

    private final Snapshot snapshot;
    private final String sql;
    private final Row.Reader<K> key;
    private final Row.Reader<T> value;
    private final Map<K, T> known = new HashMap<>();

    /**
     * @param sql takes the numbers as one array
     */
    Remembered(Snapshot snapshot, String sql, Row.Reader<K> key, Row.Reader<T> value) {
        this.snapshot = snapshot;
        this.sql = sql;
        this.key = key;
        this.value = value;
    }

    /**
     * Makes these known.
     *
     * @param keys far fewer than the most that are remembered
     */
    void learn(Collection<K> keys) {
        if (known.size() + keys.size() > MOST) {
            known.clear();
        }
        List<K> missing = new ArrayList<>(keys);
        missing.removeIf(known::containsKey);
        if (!missing.isEmpty()) {
            snapshot.each(sql, row -> known.put(key.read(row), value.read(row)), missing);
        }
    }

    /**
     * @param key which was learnt last
     */
    T get(K key) {
        var found = known.get(key);
        if (found == null) {
            throw new IllegalStateException("The ledger has nothing with number " + key);
        }
        return found;
    }
}
