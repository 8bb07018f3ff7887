package org.urunan.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.database.Transaction;
import org.urunan.money.Hash;

/** The one row that says what this database is a ledger of, and how far it has come. */
final class Cursor {

    private Cursor() {}

    /**
     * @throws IllegalStateException if the database holds no ledger yet
     */
    static LedgerStatus read(Snapshot snapshot) {
        return snapshot.first(
                        """
                        select chain_id, contract, token_list_hash, start_block, reads_natives,
                            number, hash, finalised_number, finalised_hash, latest_number, latest_hash
                        from cursor
                        """,
                        Cursor::status)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The ledger of this database was not begun."));
    }

    static void begin(Transaction transaction, LedgerOrigin origin) {
        var before = new BlockRef(origin.startBlock() - 1, Hash.ZERO);
        transaction.change(
                """
                insert into cursor (id, chain_id, contract, token_list_hash, start_block,
                    reads_natives, number, hash, finalised_number, finalised_hash,
                    latest_number, latest_hash)
                values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                origin.chainId(),
                origin.contract(),
                origin.tokenListHash(),
                origin.startBlock(),
                origin.readsNatives(),
                before.number(),
                before.hash(),
                before.number(),
                before.hash(),
                before.number(),
                before.hash());
    }

    /**
     * The first change of every update: it holds the row, so of two writers one waits, and then
     * fails.
     *
     * @throws LedgerConflict if the cursor is not {@code from}
     */
    static void move(Transaction transaction, BlockRef from, BlockRef to) {
        var moved =
                transaction.change(
                        """
                        update cursor set number = ?, hash = ?,
                            latest_hash = case when latest_number > ? then latest_hash else ? end,
                            latest_number = case when latest_number > ? then latest_number else ? end
                        where number = ? and hash = ?
                        """,
                        to.number(),
                        to.hash(),
                        to.number(),
                        to.hash(),
                        to.number(),
                        to.number(),
                        from.number(),
                        from.hash());
        if (moved != 1) {
            throw new LedgerConflict(from);
        }
    }

    /**
     * As {@link #move}: a writer that missed a reorg must not call final what is no longer stored.
     *
     * @throws LedgerConflict if the cursor is not {@code cursor}, or the finalised block not {@code
     *     from}
     */
    static void finalise(Transaction transaction, BlockRef cursor, BlockRef from, BlockRef to) {
        var moved =
                transaction.change(
                        """
                        update cursor set finalised_number = ?, finalised_hash = ?
                        where finalised_number = ? and finalised_hash = ?
                            and number = ? and hash = ?
                        """,
                        to.number(),
                        to.hash(),
                        from.number(),
                        from.hash(),
                        cursor.number(),
                        cursor.hash());
        if (moved != 1) {
            throw new LedgerConflict(cursor);
        }
    }

    static void tellLatest(Transaction transaction, BlockRef latest) {
        transaction.change(
                "update cursor set latest_number = ?, latest_hash = ?",
                latest.number(),
                latest.hash());
    }

    static void hear(Transaction transaction, Instant now) {
        transaction.change("update cursor set heard_at = ?", now.getEpochSecond());
    }

    static @Nullable Instant heard(Snapshot snapshot) {
        return snapshot.first(
                        "select heard_at from cursor",
                        row -> Optional.ofNullable(row.numberOrNull(1)))
                .flatMap(it -> it)
                .map(Instant::ofEpochSecond)
                .orElse(null);
    }

    private static LedgerStatus status(Row row) throws SQLException {
        return new LedgerStatus(
                new LedgerOrigin(
                        row.number(1), row.address(2), row.hash(3), row.number(4), row.truth(5)),
                new BlockRef(row.number(6), row.hash(7)),
                new BlockRef(row.number(8), row.hash(9)),
                new BlockRef(row.number(10), row.hash(11)));
    }
}
