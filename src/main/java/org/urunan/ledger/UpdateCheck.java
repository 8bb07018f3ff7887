package org.urunan.ledger;

import java.util.HashMap;
import java.util.Map;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.money.Hash;

/**
 * Whether an update is whole in itself, so that a mistake of the reader cannot become a wrong
 * ledger.
 */
final class UpdateCheck {

    private final Appended update;
    private final Map<Long, Hash> blocks = new HashMap<>();

    private UpdateCheck(Appended update) {
        this.update = update;
    }

    /**
     * @throws LedgerConflict if the update cannot be right
     */
    static void check(Appended update) {
        new UpdateCheck(update).check();
    }

    private void check() {
        var number = update.parent().number();
        for (var block : update.blocks()) {
            require(block.number() > number, "its blocks are not in order at", block.number());
            number = block.number();
            blocks.put(number, block.hash());
        }
        belongs(update.last());
        require(number == update.last().number(), "it goes beyond its last block to", number);
        checkLogs();
        checkNatives();
    }

    private void checkLogs() {
        var last = -1L;
        for (var log : update.logs()) {
            var place = log.place();
            belongs(new BlockRef(place.blockNumber(), place.blockHash()));
            require(place.position() > last, "its logs are not in order in", place.blockNumber());
            last = place.position();
        }
    }

    private void checkNatives() {
        var last = -1L;
        for (var transfer : update.natives()) {
            var position = transfer.position();
            belongs(transfer.block());
            require(
                    position > last,
                    "its transfers are not in order in",
                    transfer.block().number());
            last = position;
        }
    }

    private void belongs(BlockRef block) {
        var hash = blocks.getOrDefault(block.number(), Hash.ZERO);
        require(hash.equals(block.hash()), "it lacks", block.number());
    }

    private void require(boolean isRight, String what, long number) {
        if (!isRight) {
            throw new LedgerConflict(
                    "The update of blocks %d to %d was not applied: %s block %d."
                            .formatted(
                                    update.parent().number() + 1,
                                    update.last().number(),
                                    what,
                                    number));
        }
    }
}
