package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/**
 * The blocks that were handed on and are not final yet, and the last final one: where a common
 * ancestor is looked for, and what an audit compares with. Used by the reading and the auditing
 * thread.
 */
final class Window {

    private final TreeMap<Long, ReadBlock> blocks = new TreeMap<>();
    private BlockRef cursor;
    private BlockRef base;

    /**
     * @param base the last final block, or the one before the first
     */
    Window(BlockRef cursor, BlockRef base, List<ReadBlock> blocks) {
        this.cursor = cursor;
        this.base = base;
        blocks.forEach(block -> this.blocks.put(block.number(), block));
    }

    synchronized BlockRef cursor() {
        return cursor;
    }

    /** The last final block, or the one before the first. */
    synchronized BlockRef base() {
        return base;
    }

    synchronized void append(ChainUpdate.Appended appended) {
        if (!appended.parent().equals(cursor)) {
            throw new IllegalStateException(
                    "Block %s does not follow the cursor %s".formatted(appended.parent(), cursor));
        }
        appended.blocks().forEach(block -> blocks.put(block.number(), block));
        cursor = appended.last();
    }

    synchronized void cutTo(BlockRef ancestor) {
        blocks.tailMap(ancestor.number(), false).clear();
        cursor = ancestor;
    }

    synchronized void finalise(BlockRef block) {
        blocks.headMap(block.number(), true).clear();
        base = block;
    }

    /** Its hash, if it is known. */
    synchronized @Nullable Hash hash(long number) {
        if (number == cursor.number()) {
            return cursor.hash();
        }
        var block = blocks.get(number);
        if (block != null) {
            return block.hash();
        }
        return base.number() == number ? base.hash() : null;
    }

    synchronized boolean has(BlockRef block) {
        return Objects.equals(hash(block.number()), block.hash());
    }

    synchronized @Nullable ReadBlock block(long number) {
        return blocks.get(number);
    }

    /** The last block at or below a number whose hash is known; the base if there is none. */
    synchronized BlockRef lastKnown(long number) {
        if (cursor.number() <= number) {
            return cursor;
        }
        var entry = blocks.floorEntry(number);
        return entry == null ? base : entry.getValue().ref();
    }

    synchronized int size() {
        return blocks.size();
    }

    /**
     * Forgets the blocks up to a final one of which nothing was handed on: whoever wants to know
     * more of them can ask the chain, where they stay. Their hashes follow from those of later
     * ones.
     *
     * @return how many blocks are left up to there
     */
    synchronized int thin(long finalised) {
        var old = blocks.headMap(Math.min(finalised, cursor.number() - 1), true).values();
        old.removeIf(block -> block.received() == 0);
        return old.size();
    }

    /** Everything known from the cursor down to the base, highest first. */
    synchronized List<BlockRef> downwards() {
        var refs = new ArrayList<BlockRef>();
        if (!blocks.containsKey(cursor.number())) {
            refs.add(cursor);
        }
        blocks.descendingMap().values().forEach(block -> refs.add(block.ref()));
        if (base.number() < cursor.number()) {
            refs.add(base);
        }
        return refs;
    }
}
