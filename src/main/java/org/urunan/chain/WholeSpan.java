package org.urunan.chain;

import java.util.HashSet;

/** Reads a span's whole blocks part by part, and the native transfers in them. */
final class WholeSpan {

    private final Requests requests;
    private final WholeBlocks whole;
    private final BlockRef last;
    private final Beneficiaries known;

    /**
     * @param last of the span
     * @param known at its end
     */
    WholeSpan(Requests requests, WholeBlocks whole, BlockRef last, Beneficiaries known) {
        this.requests = requests;
        this.whole = whole;
        this.last = last;
        this.known = known;
    }

    /**
     * The next blocks behind the parent, so many at most.
     *
     * @throws ChainFailure.WrongAnswer if no endpoint gives blocks that lie between the parent and
     *     the span's last one: the chain moved meanwhile
     */
    WholePart read(BlockRef parent, int size) throws InterruptedException {
        var first = parent.number() + 1;
        var to = Math.min(last.number(), parent.number() + size);
        var part = requests.persist(to, chain -> read(chain, first, to));
        return part.isBetween(parent, last) ? part : readElsewhere(parent, first, to);
    }

    /**
     * Every endpoint is asked once more: one of them may lie, but all together only if it moved.
     */
    private WholePart readElsewhere(BlockRef parent, long first, long to)
            throws InterruptedException {
        var asked = new HashSet<String>();
        var part =
                requests.ask(
                        to,
                        chain -> {
                            var again = read(chain, first, to);
                            if (!again.isBetween(parent, last) && asked.add(chain.name())) {
                                throw again.ofAnotherBranch(chain.name());
                            }
                            return again;
                        });
        if (!part.isBetween(parent, last)) {
            throw part.ofAnotherBranch("Every endpoint");
        }
        return part;
    }

    private WholePart read(Chain chain, long first, long to) {
        return WholePart.read(chain, whole, known, first, to);
    }
}
