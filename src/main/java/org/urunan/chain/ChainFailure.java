package org.urunan.chain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why an endpoint gave no usable answer: a closed set, because each asks for another reaction. */
public abstract sealed class ChainFailure extends RuntimeException {

    private ChainFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The endpoint refuses to answer for so many blocks or logs at once: ask for less. */
    public static final class RangeTooWide extends ChainFailure {

        private final long blocks;

        /**
         * @param blocks how many blocks the endpoint says it accepts; 0 if it does not say
         */
        public RangeTooWide(String message, long blocks) {
            super(message, null);
            this.blocks = blocks;
        }

        public long blocks() {
            return blocks;
        }
    }

    /** Ask the same again, later. */
    public static final class RateLimited extends ChainFailure {

        private final transient Duration retryAfter;

        /**
         * @param retryAfter zero if the endpoint does not say
         */
        public RateLimited(String message, Duration retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The endpoint does not have the block yet: never "there are no logs". */
    public static final class Lagging extends ChainFailure {
        public Lagging(String message) {
            super(message, null);
        }
    }

    /** The endpoint no longer has the block: never "there are no logs". */
    public static final class Pruned extends ChainFailure {
        public Pruned(String message) {
            super(message, null);
        }
    }

    /** No connection, no answer in time, or an answer that says the endpoint itself is broken. */
    public static final class Unavailable extends ChainFailure {
        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** An answer that cannot be true: truncated, null, out of order, of another range or chain. */
    public static final class WrongAnswer extends ChainFailure {
        public WrongAnswer(String message) {
            super(message, null);
        }

        public WrongAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The endpoint does not know the method. */
    public static final class NotSupported extends ChainFailure {
        public NotSupported(String message) {
            super(message, null);
        }
    }
}
