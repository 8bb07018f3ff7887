package org.urunan.money;

/**
 * Where something stands on the chain, as the one number that rows are ordered and named by: block
 * number × 2^26 + log index; for a native transfer that left no log + 2^25 + transaction index, so
 * it stands behind all logs of its block.
 */
public final class Position {

    private static final long PER_BLOCK = 1L << 26;
    private static final long NATIVE = 1L << 25;

    private Position() {}

    public static long ofLog(long blockNumber, int logIndex) {
        return blockNumber * PER_BLOCK + within(logIndex);
    }

    public static long ofNative(long blockNumber, int txIndex) {
        return blockNumber * PER_BLOCK + NATIVE + within(txIndex);
    }

    /** The lowest position of a block. */
    public static long startOf(long blockNumber) {
        return blockNumber * PER_BLOCK;
    }

    /** The highest position of a block. */
    public static long endOf(long blockNumber) {
        return blockNumber * PER_BLOCK + PER_BLOCK - 1;
    }

    public static long blockNumber(long position) {
        return Math.floorDiv(position, PER_BLOCK);
    }

    public static boolean isNative(long position) {
        return Math.floorMod(position, PER_BLOCK) >= NATIVE;
    }

    /** The log index, or for a native transfer the transaction index. */
    public static int index(long position) {
        return (int) (Math.floorMod(position, PER_BLOCK) % NATIVE);
    }

    /** Whether a block can have a log or a transaction of this index. */
    public static boolean isIndex(long index) {
        return index >= 0 && index < NATIVE;
    }

    private static long within(int index) {
        if (!isIndex(index)) {
            throw new IllegalArgumentException(
                    "A block cannot have %d logs or transactions.".formatted(index));
        }
        return index;
    }
}
