package org.urunan.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.urunan.campaign.Statement;
import org.urunan.ledger.Rejection;

/** What became of a transaction, as far as this node can tell. */
public enum TxState {
    /** In the ledger, its block final. */
    FINAL,
    /** In the ledger, its block not final yet. */
    CONFIRMING,
    /** It announced, closed or moved campaigns. */
    STATED,
    /** It claimed a gift that did not count. */
    NOT_COUNTED,
    /** The chain has it, in no block yet. */
    PENDING,
    /** In a block that was not read: behind the cursor, or of another branch. */
    AHEAD,
    /** In a block, failed. */
    FAILED,
    /** In a block that was read, without anything that counts. */
    NO_DONATION,
    /** The chain does not know it. */
    UNKNOWN,
    /** Nothing here, and the chain could not be asked. */
    NOT_ASKED;

    static TxState of(
            List<EntryRow> rows,
            List<Rejection> rejections,
            List<Statement> statements,
            Supplier<TxState> chain) {
        if (!rows.isEmpty()) {
            return rows.getFirst().entry().isFinal() ? FINAL : CONFIRMING;
        }
        if (!rejections.isEmpty()) {
            return NOT_COUNTED;
        }
        return statements.isEmpty() ? chain.get() : STATED;
    }

    /** The API's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isNotAsked() {
        return this == NOT_ASKED;
    }

    /** Whether looking again soon may tell more. */
    public boolean isMoving() {
        return this == CONFIRMING
                || this == PENDING
                || this == AHEAD
                || this == UNKNOWN
                || this == NOT_ASKED;
    }
}
