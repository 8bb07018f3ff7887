package org.urunan.peer;

/** What became of asking one peer for one content. */
sealed interface Fetched {

    /**
     * @param bytes verified: their hash is the one asked for
     */
    record Delivered(byte[] bytes) implements Fetched {}

    /** The peer answers, and does not hold it. */
    record Absent() implements Fetched {}

    /** The peer could not be reached, or not in time, or answered with an error. */
    record Failed(String reason) implements Fetched {}

    /** The peer sent something else than was asked for. */
    record Lied(String reason) implements Fetched {}
}
