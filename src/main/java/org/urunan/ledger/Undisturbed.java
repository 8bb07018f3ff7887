package org.urunan.ledger;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A thread's work with the database, between which it may be ended: H2 survives no interrupt. */
final class Undisturbed {

    private final ReentrantLock using = new ReentrantLock();
    private volatile boolean isEnded;

    boolean isEnded() {
        return isEnded;
    }

    /**
     * @throws InterruptedException if this has ended
     */
    <T> T use(Supplier<T> work) throws InterruptedException {
        using.lockInterruptibly();
        try {
            if (isEnded) {
                throw new InterruptedException();
            }
            return work.get();
        } finally {
            using.unlock();
        }
    }

    /** Nothing more is begun. */
    void end() {
        isEnded = true;
    }

    /** The same, and {@code thread} is interrupted as soon as it does not use the database. */
    void end(Thread thread) {
        end();
        using.lock();
        try {
            thread.interrupt();
        } finally {
            using.unlock();
        }
    }
}
