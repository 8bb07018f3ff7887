package org.urunan.chain;

/** How blocks are checked before they are called final. */
public enum AuditDepth {
    /** Not at all: what endpoints say is believed. */
    NONE,
    /** Linked headers, and their blooms against the logs that were received. */
    BLOOMS,
    /** Also the receipts of every block that may have logs of ours, proved by the header. */
    RECEIPTS
}
