package org.urunan.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.money.Hash;
import org.urunan.money.Position;
import org.urunan.money.TokenList;

/** Ledger entries and what did not count, read in one snapshot. */
final class Entries {

    /** Entries are found and cut first, and only what is left is joined. */
    private static final String SELECT =
            """
            select e.position, c.campaign_id, b.address, d.address, t.address, e.amount, e.way,
                e.self, e.after_closing, k.hash, k.time, e.tx_hash
            from (%s) e
            join beneficiary b on b.id = e.beneficiary
            join donor d on d.id = e.donor
            join token t on t.id = e.token
            join block k on k.number = e.position / 67108864
            left join campaign c on c.id = e.campaign
            order by e.position %s
            """;

    /** An entry beside the position that names it. */
    private record Placed(long position, LedgerEntry entry) {}

    private final Snapshot snapshot;
    private final TokenList tokens;
    private final LedgerStatus status;

    Entries(Snapshot snapshot, TokenList tokens, LedgerStatus status) {
        this.snapshot = snapshot;
        this.tokens = tokens;
        this.status = status;
    }

    LedgerPage page(LedgerQuery query) {
        var filter = EntryFilter.of(snapshot, query.filter());
        var after = query.after() == null ? null : PageKey.parse(query.after());
        var isBackward = after != null && after.isBackward();
        var found = read(filter, query.isAscending() != isBackward, after, query.limit() + 1);
        var hasMore = found.size() > query.limit();
        var page = hasMore ? found.subList(0, query.limit()) : found;
        var ordered = isBackward ? page.reversed() : page;
        var isBehindKey = after != null && exists(filter, query, after);
        return page(
                ordered, isBackward ? hasMore : isBehindKey, isBackward ? isBehindKey : hasMore);
    }

    private LedgerPage page(List<Placed> page, boolean hasPrevious, boolean hasNext) {
        return new LedgerPage(
                status.asOf(),
                page.stream().map(Placed::entry).toList(),
                hasPrevious && !page.isEmpty() ? PageKey.before(page.getFirst().position()) : null,
                hasNext && !page.isEmpty() ? PageKey.behind(page.getLast().position()) : null);
    }

    void stream(LedgerQuery query, Consumer<LedgerEntry> consumer) {
        var filter = EntryFilter.of(snapshot, query.filter());
        if (!filter.isEmpty()) {
            var after = query.after() == null ? null : PageKey.parse(query.after());
            new EntryStream(snapshot, tokens, status)
                    .read(filter, query.isAscending(), after, consumer);
        }
    }

    List<LedgerEntry> in(Hash txHash) {
        return snapshot
                .list(
                        SELECT.formatted(
                                "select * from entry where tx_key = ? and tx_hash = ?", "asc"),
                        this::placed,
                        TxKey.of(txHash),
                        txHash)
                .stream()
                .map(Placed::entry)
                .toList();
    }

    List<Rejection> rejectedIn(Hash txHash) {
        return snapshot.list(
                """
                select r.position, r.campaign, r.beneficiary, r.donor, r.token, r.amount, r.reason,
                    k.hash, k.time, r.tx_hash
                from rejected r join block k on k.number = r.position / 67108864
                where r.tx_hash = ? order by r.position
                """,
                Entries::rejection,
                txHash);
    }

    private List<Placed> read(
            EntryFilter filter, boolean isAscending, @Nullable PageKey after, int limit) {
        if (filter.isEmpty()) {
            return List.of();
        }
        var order = isAscending ? "asc" : "desc";
        var more = new ArrayList<Object>();
        if (after != null) {
            more.add(after.position());
        }
        var behind = after == null ? null : isAscending ? "position > ?" : "position < ?";
        return snapshot.list(
                SELECT.formatted(filter.select(behind, order, limit), order),
                this::placed,
                filter.parameters(more.toArray()));
    }

    /** Whether there is an entry on the other side of the key, the key's own included. */
    private boolean exists(EntryFilter filter, LedgerQuery query, PageKey key) {
        if (filter.isEmpty()) {
            return false;
        }
        var isAbove = query.isAscending() == key.isBackward();
        var rest =
                filter.select(
                        isAbove ? "position >= ?" : "position <= ?", isAbove ? "asc" : "desc", 1);
        return snapshot.first(rest, row -> row.number(1), filter.parameters(key.position()))
                .isPresent();
    }

    private Placed placed(Row row) throws SQLException {
        var position = row.number(1);
        var number = Position.blockNumber(position);
        return new Placed(
                position,
                new LedgerEntry(
                        row.campaignIdOrNull(2),
                        row.address(3),
                        row.address(4),
                        tokens.get(row.address(5)),
                        row.amount(6),
                        Way.of(row.integer(7)),
                        row.truth(8),
                        row.truth(9),
                        number,
                        row.hash(10),
                        Instant.ofEpochSecond(row.number(11)),
                        row.hash(12),
                        Position.isNative(position) ? null : Position.index(position),
                        status.isFinal(number),
                        status.confirmations(number)));
    }

    private static Rejection rejection(Row row) throws SQLException {
        var position = row.number(1);
        return new Rejection(
                row.campaignIdOrNull(2),
                row.address(3),
                row.address(4),
                row.address(5),
                row.amount(6),
                RejectionReason.of(row.integer(7)),
                Position.blockNumber(position),
                row.hash(8),
                Instant.ofEpochSecond(row.number(9)),
                row.hash(10),
                Position.index(position));
    }
}
