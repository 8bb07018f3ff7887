package org.urunan.chain;

/**
 * How many blocks to ask for at once: as many as give an answer of a good size, and never more than
 * what the endpoint is known to accept.
 */
final class RangeSizer {

    /** In two or more answers, each below the 10,000 logs that many endpoints give at most. */
    private static final int AIM = 12_000;

    /** Small, so that the first one is soon there to be stored. */
    private static final long FIRST = 20;

    private static final int SUCCESSES_TO_TRY_MORE = 100;

    private final long most;
    private long size;
    private long ceiling;
    private int successes;

    RangeSizer(long most) {
        this.most = most;
        this.ceiling = most;
        this.size = Math.min(FIRST, most);
    }

    synchronized long size() {
        return size;
    }

    /** A range was read: aim at the good size, growing at most fourfold. */
    synchronized void read(long blocks, int logs) {
        var dense = Math.max(1, blocks * AIM / Math.max(1, logs));
        if (blocks < size && dense >= size) {
            return; // a last or split range says nothing about larger ones
        }
        size = Math.max(1, Math.min(ceiling, Math.min(dense, blocks * 4)));
        if (++successes >= SUCCESSES_TO_TRY_MORE && ceiling < most) {
            successes = 0;
            ceiling = Math.min(most, ceiling * 2);
        }
    }

    /**
     * A range was refused.
     *
     * @param accepted how many blocks the endpoint says it accepts; 0 if it does not say
     */
    synchronized void refused(long blocks, long accepted) {
        ceiling = Math.min(ceiling, accepted > 0 && accepted < blocks ? accepted : blocks / 2);
        ceiling = Math.max(1, ceiling);
        size = Math.min(size, ceiling);
        successes = 0;
    }
}
