package org.urunan.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Transaction;
import org.urunan.money.Hash;

/**
 * A row of {@code entry}: whom and what it is about by the numbers that the ledger gave them.
 *
 * @param campaign null if it is not for one campaign
 * @param firsts in which scopes it is its donor's first of that token: {@link Firsts}
 */
public record StoredEntry(
        long position,
        Hash txHash,
        int beneficiary,
        int donor,
        short token,
        @Nullable Integer campaign,
        Way way,
        short firsts,
        boolean isSelf,
        boolean isAfterClosing,
        BigInteger amount) {

    private static final List<String> COLUMNS =
            List.of(
                    "position",
                    "tx_key",
                    "beneficiary",
                    "donor",
                    "token",
                    "way",
                    "campaign",
                    "firsts",
                    "self",
                    "after_closing",
                    "tx_hash",
                    "amount");

    /** Adds them to the table, and to nothing that is kept beside it. */
    public static void insert(Transaction transaction, List<StoredEntry> entries) {
        var rows = new ArrayList<@Nullable Object[]>(entries.size());
        entries.forEach(entry -> rows.add(entry.row()));
        transaction.insertAll("entry", COLUMNS, rows);
    }

    private @Nullable Object[] row() {
        return new @Nullable Object[] {
            position,
            TxKey.of(txHash),
            beneficiary,
            donor,
            token,
            (short) way.code(),
            campaign,
            firsts,
            isSelf,
            isAfterClosing,
            txHash,
            amount
        };
    }
}
