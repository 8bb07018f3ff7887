package org.urunan.chain;

import java.time.Duration;

/** Ends a wait before its time, when something says that there is a new block. */
final class Wake {

    private boolean isRung;

    synchronized void ring() {
        isRung = true;
        notifyAll();
    }

    synchronized void await(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        for (var left = most.toNanos(); !isRung && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        isRung = false;
    }
}
