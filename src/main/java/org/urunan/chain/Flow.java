package org.urunan.chain;

/**
 * How many requests are on their way at once: half as many when the endpoint asks for less, one
 * more after as many successes as there are.
 */
final class Flow {

    private static final int MOST = 8;

    private double limit = MOST;
    private int inFlight;

    synchronized void acquire() throws InterruptedException {
        while (inFlight >= (int) limit) {
            wait();
        }
        inFlight++;
    }

    synchronized void release(boolean isCongested) {
        inFlight--;
        limit = isCongested ? Math.max(1, limit / 2) : Math.min(MOST, limit + 1 / limit);
        notifyAll();
    }
}
