package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/** The chain's heads as they were told last: to the reading thread, for any thread. */
final class ChainHeads {

    private final Endpoints endpoints;
    private volatile @Nullable BlockHeader latest;
    private volatile @Nullable BlockHeader finalised;

    ChainHeads(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Null before the first answer. */
    @Nullable BlockHeader latest() {
        return latest;
    }

    /** Null before the first answer. */
    @Nullable BlockHeader finalised() {
        return finalised;
    }

    /**
     * Looks at both; at the finalised one only if the other has moved.
     *
     * @return the head
     */
    BlockHeader look(Live live) {
        var before = latest;
        var head = live.latest();
        if (finalised == null || before == null || !before.hash().equals(head.hash())) {
            finalised = endpoints.ask(Chain::finalised);
        }
        latest = head;
        return head;
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
