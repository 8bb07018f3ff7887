package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/** The chain's heads as they were told last: to the reading thread, for any thread. */
final class ChainHeads {

    private final Endpoints endpoints;
    private final FinalClaims claims;
    private volatile @Nullable BlockHeader latest;
    private volatile @Nullable BlockHeader finalised;

    ChainHeads(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.claims = new FinalClaims(endpoints);
    }

    boolean isTold() {
        return latest != null;
    }

    /** Null before the first answer, and if nobody gives the block that was told. */
    @Nullable BlockHeader latest() {
        var told = latest;
        return told == null || endpoints.isDoubted(told) ? null : told;
    }

    /** Null before the first answer that is believed. */
    @Nullable BlockHeader finalised() {
        return finalised;
    }

    /** Why something that is called final is not believed; null if nothing is. */
    @Nullable String doubt() {
        return claims.doubt();
    }

    /**
     * Looks at both; at the finalised one only if the other has moved.
     *
     * @return the head
     */
    BlockHeader look(Live live, Window window) throws InterruptedException {
        var before = latest;
        var head = live.latest();
        lookAtFinality(window, before == null || !before.hash().equals(head.hash()));
        latest = head;
        return head;
    }

    /**
     * @param isDue whether there may be something new
     */
    void lookAtFinality(Window window, boolean isDue) throws InterruptedException {
        var told = claims.look(window, isDue || finalised == null);
        if (told != null) {
            finalised = told;
        }
    }

    /**
     * Whether a block that was handed on is still on the chain. Only asked for where following the
     * head would not show it: at or below the finalised head.
     */
    boolean isCanonical(BlockRef block) {
        var last = finalised;
        var number = block.number();
        if (last == null || last.number() < number || number < 0) {
            return true;
        }
        var header = endpoints.ask(number, chain -> chain.headers(number, number).getFirst());
        return header.hash().equals(block.hash());
    }
}
