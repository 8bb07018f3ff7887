package org.urunan.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urunan.money.Hash;

/**
 * What happened on the chain since the cursor: a closed set. Updates are linked: each {@link
 * Appended} begins where the one before ended, and nothing is ever skipped.
 */
public sealed interface ChainUpdate {

    /**
     * The blocks {@code parent.number + 1 … last.number} were appended.
     *
     * @param parent the cursor this update follows; an update whose parent is not the cursor is
     *     refused. The first one ever follows the block before the start block (number −1 and hash
     *     zero when that is the genesis block).
     * @param last the new cursor
     * @param blocks every block of the range when it is above the finalised head; below it, at
     *     least every block with a log or native transfer, and {@code last}; ascending by number
     * @param logs ascending by (block, log index): every log of the contract, every {@code
     *     Transfer} of a listed token to or from an address announced <em>before it</em>, and every
     *     {@code AuthorizationUsed} of the same donors in the same transactions
     * @param calls the top-level call of every transaction with a {@code Transfer} that could be
     *     <em>tagged</em>
     * @param natives ascending by (block, transaction index); empty when the reading of
     *     transactions is switched off
     */
    record Appended(
            BlockRef parent,
            BlockRef last,
            List<ReadBlock> blocks,
            List<ChainLog> logs,
            Map<Hash, TxCall> calls,
            List<NativeTransfer> natives)
            implements ChainUpdate {

        /** Several in a row as one; each follows the one before. */
        static Appended of(List<Appended> parts) {
            if (parts.size() == 1) {
                return parts.getFirst();
            }
            var calls = new HashMap<Hash, TxCall>();
            parts.forEach(part -> calls.putAll(part.calls()));
            return new Appended(
                    parts.getFirst().parent(),
                    parts.getLast().last(),
                    parts.stream().flatMap(part -> part.blocks().stream()).toList(),
                    parts.stream().flatMap(part -> part.logs().stream()).toList(),
                    calls,
                    parts.stream().flatMap(part -> part.natives().stream()).toList());
        }
    }

    /**
     * Everything above {@code ancestor} was replaced. The replacement was fetched and checked
     * before this was said, and is applied in the same database transaction. Also what an audit
     * asks for that found the reading incomplete; then the blocks may be the same as before.
     *
     * @param replacement linked, the first one's parent is {@code ancestor}; not empty; may end
     *     below the block that was the cursor
     */
    record Reorged(BlockRef ancestor, List<Appended> replacement) implements ChainUpdate {}

    /** Blocks up to and including {@code block} never change; it is at or below the cursor. */
    record Finalised(BlockRef block) implements ChainUpdate {}

    /**
     * Nothing new: the cursor is the head of the endpoint that answered, or the node holds because
     * it cannot be sure.
     *
     * @param latest the head the endpoint told
     */
    record UpToDate(BlockRef latest) implements ChainUpdate {}
}
