package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;

/** Linked blocks, and what came of the native transfers in them: told by one endpoint. */
record WholePart(List<Block> blocks, List<NativeTransfer> natives) {

    /**
     * @param known at the end of the blocks {@code first … last}
     * @throws ChainFailure.WrongAnswer if they are not proved, where they have to be
     */
    static WholePart read(
            Chain chain, WholeBlocks whole, Beneficiaries known, long first, long last) {
        var blocks = whole.read(chain, first, last);
        var natives = new ArrayList<NativeTransfer>();
        for (var block : blocks) {
            var candidates = candidates(chain, whole, known, block);
            natives.addAll(
                    whole.areProved()
                            ? NativeOutcomes.proved(chain, block, candidates)
                            : candidates);
        }
        return new WholePart(
                blocks, whole.areProved() ? natives : NativeOutcomes.told(chain, natives));
    }

    private static List<NativeTransfer> candidates(
            Chain chain, WholeBlocks whole, Beneficiaries known, Block block) {
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

    BlockRef last() {
        return blocks.getLast().header().ref();
    }

    /** Whether the first follows the parent, and the last is the end of the span if it should. */
    boolean isBetween(BlockRef parent, BlockRef end) {
        var before = parent.hash();
        for (var block : blocks) {
            if (!block.header().parentHash().equals(before)) {
                return false;
            }
            before = block.header().hash();
        }
        return last().number() < end.number() || before.equals(end.hash());
    }

    /** For whoever asked for blocks between others, which these are not. */
    ChainFailure ofAnotherBranch(String who) {
        return new ChainFailure.WrongAnswer(
                "%s gave blocks %d … %d of another branch than before"
                        .formatted(who, blocks.getFirst().header().number(), last().number()));
    }
}
