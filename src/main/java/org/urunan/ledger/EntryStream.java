package org.urunan.ledger;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Position;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/**
 * Entries by the thousand, for exports: rows come with the short numbers that stand in them, and
 * what these stand for is looked up once a chunk and remembered for the next, instead of once a
 * row. Memory is bounded, however many entries there are.
 */
final class EntryStream {

    static final int CHUNK = 5_000;

    private record Block(Hash hash, Instant time) {}

    private record Stored(
            long position,
            int beneficiary,
            int donor,
            int token,
            int way,
            @Nullable Integer campaign,
            boolean isSelf,
            boolean isAfterClosing,
            Hash txHash,
            BigInteger amount) {

        static Stored of(Row row) throws SQLException {
            var campaign = row.numberOrNull(6);
            return new Stored(
                    row.number(1),
                    row.integer(2),
                    row.integer(3),
                    row.integer(4),
                    row.integer(5),
                    campaign == null ? null : campaign.intValue(),
                    row.truth(7),
                    row.truth(8),
                    row.hash(9),
                    row.amount(10));
        }

        long block() {
            return Position.blockNumber(position);
        }
    }

    private final Snapshot snapshot;
    private final LedgerStatus status;
    private final Remembered<Integer, Address> beneficiaries;
    private final Remembered<Integer, Address> donors;
    private final Remembered<Integer, Token> listed;
    private final Remembered<Integer, CampaignId> campaigns;
    private final Remembered<Long, Block> blocks;

    EntryStream(Snapshot snapshot, TokenList tokens, LedgerStatus status) {
        this.snapshot = snapshot;
        this.status = status;
        this.beneficiaries = numbered("beneficiary", "address", row -> row.address(2));
        this.donors = numbered("donor", "address", row -> row.address(2));
        this.listed = numbered("token", "address", row -> tokens.get(row.address(2)));
        this.campaigns = numbered("campaign", "campaign_id", row -> row.campaignId(2));
        this.blocks =
                new Remembered<>(
                        snapshot,
                        """
                        select b.number, b.hash, b.time
                        from unnest(cast(? as bigint array)) as k(number)
                        join block b on b.number = k.number
                        """,
                        row -> row.number(1),
                        row -> new Block(row.hash(2), Instant.ofEpochSecond(row.number(3))));
    }

    private <T> Remembered<Integer, T> numbered(String table, String column, Row.Reader<T> reader) {
        return new Remembered<>(
                snapshot,
                "select t.id, t.%s from unnest(cast(? as integer array)) as k(id) join %s t on t.id = k.id"
                        .formatted(column, table),
                row -> row.integer(1),
                reader);
    }

    /** Every entry of the filter behind a key, in order. */
    void read(
            EntryFilter filter,
            boolean isAscending,
            @Nullable PageKey after,
            Consumer<LedgerEntry> consumer) {
        var behind = after == null ? null : after.position();
        while (true) {
            var chunk = chunk(filter, isAscending, behind);
            learn(chunk);
            chunk.forEach(stored -> consumer.accept(entry(stored)));
            if (chunk.size() < CHUNK) {
                return;
            }
            behind = chunk.getLast().position();
        }
    }

    private List<Stored> chunk(EntryFilter filter, boolean isAscending, @Nullable Long behind) {
        var order = isAscending ? "asc" : "desc";
        var more = behind == null ? null : isAscending ? "position > ?" : "position < ?";
        return snapshot.list(
                """
                select e.position, e.beneficiary, e.donor, e.token, e.way, e.campaign, e.self,
                    e.after_closing, e.tx_hash, e.amount
                from (%s) e order by e.position %s
                """
                        .formatted(filter.select(more, order, CHUNK), order),
                Stored::of,
                behind == null ? filter.parameters() : filter.parameters(behind));
    }

    private void learn(List<Stored> chunk) {
        beneficiaries.learn(distinct(chunk, Stored::beneficiary));
        donors.learn(distinct(chunk, Stored::donor));
        listed.learn(distinct(chunk, Stored::token));
        blocks.learn(distinct(chunk, Stored::block));
        var named = new HashSet<Integer>();
        for (var stored : chunk) {
            if (stored.campaign() != null) {
                named.add(stored.campaign());
            }
        }
        campaigns.learn(named);
    }

    private static <T> Set<T> distinct(List<Stored> chunk, Function<Stored, T> value) {
        var all = new HashSet<T>();
        chunk.forEach(stored -> all.add(value.apply(stored)));
        return all;
    }

    private LedgerEntry entry(Stored stored) {
        var position = stored.position();
        var number = stored.block();
        var block = blocks.get(number);
        var campaign = stored.campaign();
        return new LedgerEntry(
                campaign == null ? null : campaigns.get(campaign),
                beneficiaries.get(stored.beneficiary()),
                donors.get(stored.donor()),
                listed.get(stored.token()),
                stored.amount(),
                Way.of(stored.way()),
                stored.isSelf(),
                stored.isAfterClosing(),
                number,
                block.hash(),
                block.time(),
                stored.txHash(),
                Position.isNative(position) ? null : Position.index(position),
                status.isFinal(number),
                status.confirmations(number));
    }
}
