package org.urunan.ledger;

/** A growing set of numbers other than 0, without an object for each. */
final class LongSet {

    private static final int FIRST_SIZE = 1024;

    /** A power of two, at most half full; 0 is free. */
    private long[] slots = new long[FIRST_SIZE];

    private int size;

    /**
     * @return whether it was not there yet
     */
    boolean add(long number) {
        if (!put(slots, number)) {
            return false;
        }
        size++;
        if (size > slots.length / 2) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (var number : slots) {
            if (number != 0) {
                put(larger, number);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long number) {
        var mask = slots.length - 1;
        // Fibonacci hashing: neighbours end up far from each other.
        var at = (int) ((number * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
        while (slots[at] != 0) {
            if (slots[at] == number) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = number;
        return true;
    }
}
