package org.urunan.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Transaction;

/** Stores statements, and the campaigns and beneficiaries they announce. */
final class StatementWriter {

    private final Transaction transaction;
    private final Ids ids;

    StatementWriter(Transaction transaction, Ids ids) {
        this.transaction = transaction;
        this.ids = ids;
    }

    void write(List<NewStatement> statements) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var statement : statements) {
            switch (statement.kind()) {
                case ANNOUNCED -> announce(statement);
                case CLOSED -> close(statement);
                case MOVED -> move(statement);
            }
            rows.add(row(statement));
        }
        transaction.changeAll(
                """
                insert into statement (position, campaign, kind, content_hash, moved_to, tx_hash)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    private void announce(NewStatement statement) {
        if (ids.hasCampaign(statement.campaign())) {
            transaction.change(
                    """
                    update campaign set revised_at = ?, content_hash = ?, closed_at = null,
                        moved_to = null
                    where id = ?
                    """,
                    statement.position(),
                    statement.contentHash(),
                    ids.campaign(statement.campaign()));
        } else {
            transaction.change(
                    """
                    insert into campaign (id, beneficiary, campaign_id, announced_at, revised_at,
                        content_hash)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    ids.newCampaign(statement.campaign()),
                    beneficiary(statement),
                    statement.campaign(),
                    statement.position(),
                    statement.position(),
                    statement.contentHash());
        }
    }

    private int beneficiary(NewStatement statement) {
        var address = statement.campaign().beneficiary();
        if (!ids.hasBeneficiary(address)) {
            transaction.change(
                    "insert into beneficiary (id, address, known_from) values (?, ?, ?)",
                    ids.newBeneficiary(address),
                    address,
                    statement.position());
        }
        return ids.beneficiary(address);
    }

    private void close(NewStatement statement) {
        transaction.change(
                "update campaign set closed_at = ? where id = ?",
                statement.position(),
                ids.campaign(statement.campaign()));
    }

    private void move(NewStatement statement) {
        transaction.change(
                "update campaign set moved_to = ? where id = ?",
                statement.movedTo(),
                ids.campaign(statement.campaign()));
    }

    private @Nullable Object[] row(NewStatement statement) {
        return new @Nullable Object[] {
            statement.position(),
            ids.campaign(statement.campaign()),
            (short) statement.kind().code(),
            statement.contentHash(),
            statement.movedTo(),
            statement.txHash()
        };
    }
}
