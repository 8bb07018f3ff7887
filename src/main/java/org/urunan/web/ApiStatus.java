package org.urunan.web;

import org.urunan.ledger.LedgerView;

/**
 * How far this node has read, and what another one must show to agree.
 *
 * @param lagBlocks how many blocks the endpoint's head is ahead
 * @param digest over all final entries
 * @param tokenListHash SHA-256 of the token list's exact bytes
 */
public record ApiStatus(
        ApiBlock asOf,
        long chainId,
        String contract,
        ApiBlock latest,
        ApiBlock finalised,
        long lagBlocks,
        Digest digest,
        String tokenListHash,
        String version) {

    /**
     * @param block the last final block
     */
    public record Digest(long block, String value) {}

    static ApiStatus of(LedgerView view, String version) {
        var status = view.status();
        var origin = status.origin();
        return new ApiStatus(
                ApiBlock.of(status.asOf()),
                origin.chainId(),
                origin.contract().toString(),
                ApiBlock.of(status.latest()),
                ApiBlock.of(status.finalised()),
                status.lagBlocks(),
                digest(view),
                origin.tokenListHash().toString(),
                version);
    }

    private static Digest digest(LedgerView view) {
        var block = view.status().finalised().number();
        return new Digest(
                block,
                view.digestAt(block).orElseGet(() -> view.status().origin().digest()).toString());
    }
}
