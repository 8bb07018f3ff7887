package org.urunan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.database.Snapshot;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * The entries above the finalised head, block by block, which are digested once they are final. As
 * long as they are few they are remembered, and need not be read again.
 */
final class NotFinal {

    /** The entries of one block, in order. */
    record OfBlock(BlockRef block, List<NewEntry> entries) {}

    private static final int REMEMBERED = 50_000;
    private static final int ENTRIES_A_CHUNK = 10_000;

    private final NavigableMap<Long, OfBlock> blocks = new TreeMap<>();
    private final int chunk;
    private int remembered;

    /** Whether something above the finalised head is stored and not remembered. */
    private boolean isPartial;

    /**
     * @param isPartial whether something above the finalised head is stored already
     */
    NotFinal(boolean isPartial) {
        this(isPartial, ENTRIES_A_CHUNK);
    }

    NotFinal(boolean isPartial, int chunk) {
        this.isPartial = isPartial;
        this.chunk = chunk;
    }

    void append(Appended update, List<NewEntry> entries) {
        if (isPartial) {
            return;
        }
        remembered += entries.size();
        if (remembered > REMEMBERED) {
            blocks.clear();
            isPartial = true;
            return;
        }
        var hashes = new HashMap<Long, Hash>();
        update.blocks().forEach(block -> hashes.put(block.number(), block.hash()));
        for (var entry : entries) {
            var number = Position.blockNumber(entry.position());
            add(new BlockRef(number, hashes.getOrDefault(number, Hash.ZERO)), entry);
        }
        for (var block : blocks.tailMap(update.parent().number(), false).values()) {
            block.entries().sort(Comparator.comparingLong(NewEntry::position));
        }
    }

    void removeAbove(BlockRef ancestor) {
        blocks.tailMap(ancestor.number(), false).clear();
    }

    /**
     * Hands out the blocks with entries above {@code from} up to and including {@code to}, for
     * good: in order, and of those that are not remembered so many at a time as fit into memory.
     *
     * @param cursor everything stored is final if this is {@code to}
     */
    void takeUpTo(
            Snapshot snapshot,
            BlockRef from,
            BlockRef to,
            BlockRef cursor,
            Consumer<Collection<OfBlock>> consumer) {
        if (isPartial) {
            readUpTo(
                    snapshot, Position.endOf(from.number()), Position.endOf(to.number()), consumer);
            isPartial = to.number() < cursor.number();
        } else {
            consumer.accept(take(to.number()));
        }
    }

    private void readUpTo(
            Snapshot snapshot, long from, long to, Consumer<Collection<OfBlock>> consumer) {
        for (var done = from; done < to; ) {
            var last = endOfChunk(snapshot, done, to);
            read(snapshot, done, last);
            consumer.accept(take(Position.blockNumber(last)));
            done = last;
        }
    }

    /** The end of a block, about {@link #chunk} entries behind {@code from}. */
    private long endOfChunk(Snapshot snapshot, long from, long to) {
        return snapshot.first(
                        "select position from entry where position > ? order by position limit 1 offset "
                                + chunk,
                        row -> Position.endOf(Position.blockNumber(row.number(1))),
                        from)
                .filter(end -> end < to)
                .orElse(to);
    }

    private Collection<OfBlock> take(long last) {
        var taken = new ArrayList<>(blocks.headMap(last, true).values());
        blocks.headMap(last, true).clear();
        remembered = blocks.values().stream().mapToInt(block -> block.entries().size()).sum();
        return taken;
    }

    private void add(BlockRef block, NewEntry entry) {
        blocks.computeIfAbsent(block.number(), _ -> new OfBlock(block, new ArrayList<>()))
                .entries()
                .add(entry);
    }

    /** The limit limits nothing: without one H2 goes through all donors, and asks for each. */
    private void read(Snapshot snapshot, long from, long to) {
        snapshot.each(
                """
                select e.position, e.tx_hash, c.campaign_id, b.address, d.address, t.address,
                    e.amount, e.way, e.self, e.after_closing, k.hash
                from (select * from entry where position > ? and position <= ?
                    order by position limit 2147483647) e
                join beneficiary b on b.id = e.beneficiary
                join donor d on d.id = e.donor
                join token t on t.id = e.token
                join block k on k.number = e.position / 67108864
                left join campaign c on c.id = e.campaign
                order by e.position
                """,
                row -> {
                    var position = row.number(1);
                    add(
                            new BlockRef(Position.blockNumber(position), row.hash(11)),
                            new NewEntry(
                                    position,
                                    row.hash(2),
                                    row.campaignIdOrNull(3),
                                    row.address(4),
                                    row.address(5),
                                    row.address(6),
                                    row.amount(7),
                                    Way.of(row.integer(8)),
                                    row.truth(9),
                                    row.truth(10)));
                    return blocks;
                },
                from,
                to);
    }
}
