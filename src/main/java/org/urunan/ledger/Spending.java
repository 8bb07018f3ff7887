package org.urunan.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Position;
import org.urunan.money.TokenList;

/** Where the money went, and whether that is all, read in one snapshot. */
final class Spending {

    private static final String SELECT =
            """
            select o.position, b.address, o.to_address, t.address, o.amount, k.hash, k.time,
                o.tx_hash
            from (select * from outgoing %s) o
            join beneficiary b on b.id = o.beneficiary
            join token t on t.id = o.token
            join block k on k.number = o.position / 67108864
            order by o.position %s
            """;

    private record Placed(long position, OutgoingTransfer transfer) {}

    private final Snapshot snapshot;
    private final TokenList tokens;
    private final LedgerStatus status;

    Spending(Snapshot snapshot, TokenList tokens, LedgerStatus status) {
        this.snapshot = snapshot;
        this.tokens = tokens;
        this.status = status;
    }

    OutgoingPage page(OutgoingQuery query) {
        var scope = scope(query);
        if (scope == null) {
            return new OutgoingPage(List.of(), null, null);
        }
        var key = query.after() == null ? null : PageKey.parse(query.after());
        var isBackward = key != null && key.isBackward();
        var found = read(scope, key, query.limit() + 1);
        var hasMore = found.size() > query.limit();
        var page = hasMore ? found.subList(0, query.limit()) : found;
        var ordered = isBackward ? page.reversed() : page;
        var hasNewer = isBackward ? hasMore : key != null;
        var hasOlder = !isBackward ? hasMore : true;
        return new OutgoingPage(
                ordered.stream().map(Placed::transfer).toList(),
                hasNewer && !page.isEmpty() ? PageKey.before(ordered.getFirst().position()) : null,
                hasOlder && !page.isEmpty() ? PageKey.behind(ordered.getLast().position()) : null);
    }

    List<OutgoingTransfer> in(Hash txHash) {
        return snapshot
                .list(SELECT.formatted("where tx_hash = ?", "asc"), this::placed, txHash)
                .stream()
                .map(Placed::transfer)
                .toList();
    }

    List<Reconciliation> reconciliationsOf(Address beneficiary) {
        return snapshot.list(
                """
                select t.address, r.opening, r.received, r.sent, r.balance, r.block_number,
                    r.block_hash
                from reconciliation r
                join beneficiary b on b.id = r.beneficiary
                join token t on t.id = r.token
                where b.address = ? order by r.token
                """,
                row ->
                        new Reconciliation(
                                tokens.get(row.address(1)),
                                row.amountOrNull(2),
                                row.amount(3),
                                row.amount(4),
                                row.amount(5),
                                new BlockRef(row.number(6), row.hash(7))),
                beneficiary);
    }

    /** Conditions with their parameters; null if nothing can fit. */
    private record Scope(List<String> conditions, List<Object> parameters) {}

    private @Nullable Scope scope(OutgoingQuery query) {
        var scope = new Scope(new ArrayList<>(), new ArrayList<>());
        if (query.beneficiary() != null) {
            var id =
                    snapshot.first(
                            "select id from beneficiary where address = ?",
                            row -> row.integer(1),
                            query.beneficiary());
            if (id.isEmpty()) {
                return null;
            }
            scope.conditions.add("beneficiary = ?");
            scope.parameters.add(id.get());
        }
        return scope;
    }

    private List<Placed> read(Scope scope, @Nullable PageKey key, int limit) {
        var order = key != null && key.isBackward() ? "asc" : "desc";
        var conditions = new ArrayList<>(scope.conditions());
        var parameters = new ArrayList<>(scope.parameters());
        if (key != null) {
            conditions.add(key.isBackward() ? "position > ?" : "position < ?");
            parameters.add(key.position());
        }
        // H2 reads an index in order only if all its columns are named.
        var columns =
                scope.conditions().isEmpty()
                        ? "position "
                        : "beneficiary %s, position ".formatted(order);
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return snapshot.list(
                SELECT.formatted(
                        "%s order by %s%s limit %d".formatted(where, columns, order, limit), order),
                this::placed,
                parameters.toArray());
    }

    private Placed placed(Row row) throws SQLException {
        var position = row.number(1);
        var number = Position.blockNumber(position);
        return new Placed(
                position,
                new OutgoingTransfer(
                        row.address(2),
                        row.address(3),
                        tokens.get(row.address(4)),
                        row.amount(5),
                        number,
                        row.hash(6),
                        Instant.ofEpochSecond(row.number(7)),
                        row.hash(8),
                        Position.isNative(position) ? null : Position.index(position),
                        status.isFinal(number),
                        status.confirmations(number)));
    }
}
