package org.urunan.ledger;

import java.util.function.Function;
import org.urunan.database.Database;
import org.urunan.money.TokenList;

/** Opens views of the ledger for pages, the API, feeds and exports. For any thread. */
public final class LedgerReads {

    private final Database database;
    private final TokenList tokens;

    public LedgerReads(Database database, TokenList tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /**
     * One answer, of one block.
     *
     * @throws org.urunan.database.DatabaseException if the database fails
     */
    public <T> T read(Function<LedgerView, T> reading) {
        return database.read(snapshot -> reading.apply(new LedgerView(snapshot, tokens)));
    }
}
