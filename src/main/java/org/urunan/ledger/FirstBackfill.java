package org.urunan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * While an empty ledger is filled: who has given in which scope, from the first entry on, so that
 * the entries need no index to be asked. It ends near the head, or when it would take too much
 * memory; then {@link EntryIndexes} are made.
 */
final class FirstBackfill {

    /** So many blocks below the head, history is read. Idle there, the reader only waits for it. */
    static final long NEAR = 256;

    /** Of donors and scopes; eight bytes each, and as many to spare. */
    private static final int MOST_PAIRS = 2_000_000;

    private final Map<Short, LongSet> givenByToken = new HashMap<>();
    private final int most;

    FirstBackfill() {
        this(MOST_PAIRS);
    }

    FirstBackfill(int most) {
        this.most = most;
    }

    boolean isFull() {
        return givenByToken.values().stream().mapToInt(LongSet::size).sum() >= most;
    }

    /**
     * As {@link Firsts#of}.
     *
     * @param keys null for an entry marked self
     */
    List<Integer> firsts(List<Firsts.@Nullable Key> keys) {
        var all = new ArrayList<Integer>(keys.size());
        keys.forEach(key -> all.add(key == null ? 0 : firsts(key)));
        return all;
    }

    private int firsts(Firsts.Key key) {
        var given = givenByToken.computeIfAbsent(key.token(), _ -> new LongSet());
        var campaign = key.campaign();
        return Firsts.bits(
                campaign != null && given.add(pair(key.donor(), campaign)),
                given.add(pair(key.donor(), -key.beneficiary())),
                given.add(pair(key.donor(), Scope.EVERYTHING)));
    }

    /** Of a {@link Scope}. Never 0, because donors are numbered from 1. */
    private static long pair(int donor, int scope) {
        return ((long) donor << 32) | (scope & 0xffff_ffffL);
    }
}
