package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/**
 * Where reading stands, for {@code /status}.
 *
 * @param latest the endpoints' head; null before the first answer
 * @param finalised the chain's finalised head; null before the first answer
 * @param verified the last block that passed the audit; null if nothing was audited yet
 * @param waiting why nothing is handed on although it should be, as a sentence; null if all is well
 * @param alarm what the audit found wrong and could not resolve, or what is called final and cannot
 *     be believed, as a sentence; null if nothing
 * @param unproved what can be proved by no header on this chain, as a sentence; null if nothing
 */
public record ReaderStatus(
        @Nullable BlockRef latest,
        @Nullable BlockRef finalised,
        @Nullable BlockRef verified,
        @Nullable String waiting,
        @Nullable String alarm,
        @Nullable String unproved) {}
