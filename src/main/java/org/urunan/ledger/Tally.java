package org.urunan.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Optional;
import org.urunan.chain.BlockRef;
import org.urunan.database.Database;
import org.urunan.database.Transaction;
import org.urunan.money.Position;

/**
 * What each beneficiary received and sent of each token up to a final block: summed up piece by
 * piece, never anew. Several nodes may try at once: each piece is added once.
 */
final class Tally {

    /** Movements in one transaction. */
    private static final int PIECE = 20_000;

    private final Database database;
    private final int piece;

    Tally(Database database) {
        this(database, PIECE);
    }

    Tally(Database database, int piece) {
        this.database = database;
        this.piece = piece;
    }

    /**
     * Adds the next piece.
     *
     * @return the last final block, once everything up to it is summed up
     */
    Optional<BlockRef> proceed() {
        return database.write(this::proceed);
    }

    private Optional<BlockRef> proceed(Transaction transaction) {
        var finalised = Cursor.read(transaction).finalised();
        if (Ledger.isNothing(finalised)) {
            return Optional.empty();
        }
        var from =
                transaction
                        .first("select position from tallied where id = 1", row -> row.number(1))
                        .orElseGet(() -> begin(transaction));
        var last = Position.endOf(finalised.number());
        if (from >= last) {
            return Optional.of(finalised);
        }
        var to =
                Math.min(
                        end(transaction, "entry", from, last),
                        end(transaction, "outgoing", from, last));
        var moved =
                transaction.change(
                        "update tallied set position = ? where id = 1 and position = ?", to, from);
        if (moved == 1) {
            add(transaction, "entry", "received", from, to);
            add(transaction, "outgoing", "sent", from, to);
        }
        return to == last && moved == 1 ? Optional.of(finalised) : Optional.empty();
    }

    private static long begin(Transaction transaction) {
        transaction.change(
                "insert into tallied (id, position) values (1, -1) on conflict do nothing");
        return -1L;
    }

    /** The end of a block, about {@link #piece} rows behind {@code from}. */
    private long end(Transaction transaction, String table, long from, long last) {
        return transaction
                .first(
                        "select position from %s where position > ? order by position limit 1 offset %d"
                                .formatted(table, piece),
                        row -> Position.endOf(Position.blockNumber(row.number(1))),
                        from)
                .filter(end -> end < last)
                .orElse(last);
    }

    private static void add(
            Transaction transaction, String table, String column, long from, long to) {
        var beneficiaries = new ArrayList<Integer>();
        var tokens = new ArrayList<Short>();
        var amounts = new ArrayList<BigInteger>();
        var positions = new ArrayList<Long>();
        transaction.each(
                """
                select beneficiary, token, sum(amount), max(position) from %s
                where position > ? and position <= ? group by beneficiary, token
                """
                        .formatted(table),
                row -> {
                    beneficiaries.add(row.integer(1));
                    tokens.add((short) row.integer(2));
                    amounts.add(row.amount(3));
                    return positions.add(row.number(4));
                },
                from,
                to);
        if (beneficiaries.isEmpty()) {
            return;
        }
        transaction.change(
                """
                merge into tally t
                using (select * from unnest(cast(? as integer array), cast(? as smallint array),
                    cast(? as numeric array), cast(? as bigint array)))
                    as d(beneficiary, token, amount, position)
                on t.beneficiary = d.beneficiary and t.token = d.token
                when matched then update set %1$s = t.%1$s + d.amount,
                    moved_at = greatest(t.moved_at, d.position)
                when not matched then insert (beneficiary, token, received, sent, moved_at)
                    values (d.beneficiary, d.token, %2$s, %3$s, d.position)
                """
                        .formatted(
                                column,
                                column.equals("received") ? "d.amount" : "0",
                                column.equals("sent") ? "d.amount" : "0"),
                beneficiaries,
                tokens,
                amounts,
                positions);
    }
}
