package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads a span's whole blocks part by part, and the native transfers in them. */
final class WholeSpan {

    /** Linked blocks, and what came of the native transfers in them: told by one endpoint. */
    record Part(List<Block> blocks, List<NativeTransfer> natives) {

        BlockRef last() {
            return blocks.getLast().header().ref();
        }
    }

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
    Part read(BlockRef parent, int size) throws InterruptedException {
        var first = parent.number() + 1;
        var to = Math.min(last.number(), parent.number() + size);
        var part = requests.persist(to, chain -> read(chain, first, to));
        return isBetween(parent, part) ? part : readElsewhere(parent, first, to);
    }

    /**
     * Every endpoint is asked once more: one of them may lie, but all together only if it moved.
     */
    private Part readElsewhere(BlockRef parent, long first, long to) throws InterruptedException {
        var asked = new HashSet<String>();
        var part =
                requests.ask(
                        to,
                        chain -> {
                            var again = read(chain, first, to);
                            if (!isBetween(parent, again) && asked.add(chain.name())) {
                                throw otherBranch(chain.name(), first, to);
                            }
                            return again;
                        });
        if (!isBetween(parent, part)) {
            throw otherBranch("Every endpoint", first, to);
        }
        return part;
    }

    private static ChainFailure otherBranch(String who, long first, long to) {
        return new ChainFailure.WrongAnswer(
                "%s gave blocks %d … %d of another branch than before".formatted(who, first, to));
    }

    private boolean isBetween(BlockRef parent, Part part) {
        var before = parent.hash();
        for (var block : part.blocks()) {
            if (!block.header().parentHash().equals(before)) {
                return false;
            }
            before = block.header().hash();
        }
        return part.last().number() < last.number() || before.equals(last.hash());
    }

    private Part read(Chain chain, long first, long to) {
        var blocks = whole.read(chain, first, to);
        var natives = new ArrayList<NativeTransfer>();
        for (var block : blocks) {
            var candidates = candidates(chain, block);
            natives.addAll(
                    whole.areProved()
                            ? NativeOutcomes.proved(chain, block, candidates)
                            : candidates);
        }
        return new Part(blocks, whole.areProved() ? natives : NativeOutcomes.told(chain, natives));
    }

    private List<NativeTransfer> candidates(Chain chain, Block block) {
        var candidates = new ArrayList<NativeTransfer>();
        for (var tx : block.transactions()) {
            var to = tx.call().to();
            if (to == null || tx.value().signum() == 0) {
                continue;
            }
            var transfer =
                    new NativeTransfer(
                            block.header().ref(),
                            tx.hash(),
                            tx.index(),
                            tx.from(),
                            to,
                            tx.value(),
                            tx.call().input());
            if (known.isKnown(to, transfer.position())
                    || known.isKnown(tx.from(), transfer.position())) {
                whole.proveSender(chain, block, tx);
                candidates.add(transfer);
            }
        }
        return candidates;
    }
}
