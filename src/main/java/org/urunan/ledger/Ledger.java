package org.urunan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.ChainUpdate.Reorged;
import org.urunan.chain.ChainUpdate.UpToDate;
import org.urunan.chain.ReadBlock;
import org.urunan.chain.ResumePoint;
import org.urunan.database.Database;
import org.urunan.database.Snapshot;
import org.urunan.database.Transaction;
import org.urunan.money.Hash;
import org.urunan.money.TokenList;

/**
 * Writes the ledger. One database transaction applies an update and moves the cursor, so whatever
 * happens in between, {@link #resume} says exactly what was applied. Of several writers on one
 * database only one succeeds. For one thread at a time.
 */
public final class Ledger {

    private final Database database;
    private final LedgerOrigin origin;
    private final TokenList tokens;

    /** Null whenever what is stored may be something else. */
    private @Nullable LedgerState state;

    private Ledger(Database database, LedgerOrigin origin, TokenList tokens) {
        this.database = database;
        this.origin = origin;
        this.tokens = tokens;
    }

    /**
     * Begins the ledger in an empty database, or goes on with the one that is there.
     *
     * @param tokens the list whose hash {@code origin} has
     * @throws OtherLedger if the database holds the ledger of another origin
     */
    public static Ledger open(Database database, LedgerOrigin origin, TokenList tokens) {
        database.write(
                transaction -> {
                    Cursor.begin(transaction, origin);
                    OtherLedger.check(Cursor.read(transaction).origin(), origin);
                    listTokens(transaction, tokens);
                    return origin;
                });
        return new Ledger(database, origin, tokens);
    }

    /** What has been applied, and what a reader needs to go on. */
    public ResumePoint resume() {
        state = null;
        return load(
                (snapshot, read) ->
                        new ResumePoint(
                                isNothing(read.cursor) ? null : read.cursor,
                                isNothing(read.finalised) ? null : read.finalised,
                                notFinal(snapshot, read.finalised),
                                read.announcements.knownFrom()));
    }

    /**
     * Applies an update and moves the cursor, or does nothing at all.
     *
     * @throws LedgerConflict if the update does not follow what is stored; go on from {@link
     *     #resume}
     * @throws org.urunan.database.DatabaseException if the database fails; go on from {@link
     *     #resume}
     */
    public LedgerChange apply(ChainUpdate update) {
        var before = loaded();
        state = null;
        endFirstBackfill(before, update);
        var change =
                database.write(
                        transaction -> {
                            if (before.backfill != null) {
                                transaction.mayBeLost();
                            }
                            return new LedgerUpdate(transaction, before, tokens).apply(update);
                        });
        state = before;
        return change;
    }

    /** The chain answered: every node on this database may say that its ledger is not stale. */
    void hear(Instant now) {
        database.write(
                transaction -> {
                    Cursor.hear(transaction, now);
                    return now;
                });
    }

    /** The last block applied, as this writer knows it. */
    BlockRef cursor() {
        return loaded().cursor;
    }

    public LedgerOrigin origin() {
        return origin;
    }

    private LedgerState loaded() {
        var loaded = state;
        return loaded != null ? loaded : load((_, read) -> read);
    }

    private <T> T load(BiFunction<Snapshot, LedgerState, T> reading) {
        record Loaded<T>(LedgerState state, T result) {}
        var loaded =
                database.read(
                        snapshot -> {
                            var read = LedgerState.load(snapshot);
                            return new Loaded<>(read, reading.apply(snapshot, read));
                        });
        if (loaded.state().backfill == null) {
            makeIndexes();
        }
        state = loaded.state();
        return loaded.result();
    }

    /** History ends near the head, or when something has to be taken away. */
    private void endFirstBackfill(LedgerState state, ChainUpdate update) {
        var backfill = state.backfill;
        var isHistory =
                switch (update) {
                    case UpToDate idle ->
                            idle.latest().number() > state.cursor.number() + FirstBackfill.NEAR;
                    case Reorged _ -> false;
                    case Appended _, Finalised _ -> true;
                };
        if (backfill != null && (!isHistory || backfill.isFull())) {
            makeIndexes();
            state.backfill = null;
        }
    }

    private void makeIndexes() {
        database.write(
                transaction -> {
                    EntryIndexes.make(transaction);
                    return origin;
                });
    }

    /** Whether this stands for "no block yet". */
    static boolean isNothing(BlockRef block) {
        return block.hash().equals(Hash.ZERO);
    }

    private static List<ReadBlock> notFinal(Snapshot snapshot, BlockRef finalised) {
        return snapshot.list(
                """
                        select number, hash, time, received from block
                        where number > ? order by number
                        """,
                row -> new ReadBlock(row.number(1), row.hash(2), row.number(3), row.number(4)),
                finalised.number());
    }

    private static void listTokens(Transaction transaction, TokenList tokens) {
        var id = 0;
        for (var token : tokens.tokens()) {
            transaction.change(
                    "insert into token (id, address) values (?, ?) on conflict do nothing",
                    (short) ++id,
                    token.address());
        }
    }
}
