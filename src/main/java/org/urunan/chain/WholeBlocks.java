package org.urunan.chain;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Reads blocks with all their transactions: those that the header names, recomputed, because a
 * native transfer leaves no log that could be missed, and receipts do not say of which transaction
 * they are. A chain may have transactions of a type that is unknown here; if the receipts prove it,
 * its blocks are believed as they are told, and it is said. Any thread.
 */
final class WholeBlocks {

    private static final Logger LOG = Logger.getLogger(WholeBlocks.class);

    private final AuditDepth depth;

    /** Types that cannot be encoded, and that the chain was proved to have. */
    private final Set<Integer> foreign = ConcurrentHashMap.newKeySet();

    private volatile @Nullable String unproved;

    WholeBlocks(AuditDepth depth) {
        this.depth = depth;
    }

    /** What is not proved of transactions, and why, as a sentence; null if all is. */
    @Nullable String unproved() {
        return unproved;
    }

    /**
     * The blocks {@code first … last}.
     *
     * @throws ChainFailure.WrongAnswer if one has other transactions than its header says
     */
    List<Block> read(Chain chain, long first, long last) {
        var blocks = chain.blocks(first, last);
        return areProved() ? blocks.stream().map(block -> proved(chain, block)).toList() : blocks;
    }

    /** Whether what is read is proved, as far as it can be. */
    boolean areProved() {
        return depth == AuditDepth.RECEIPTS;
    }

    /**
     * Whether a transaction that was told alone needs no proof by its block: its hash is of what it
     * says, or no header could prove more.
     */
    boolean isProved(Transaction transaction) {
        var encoded = transaction.encoded();
        return !areProved()
                || (encoded == null
                        ? foreign.contains(transaction.type())
                        : isItself(transaction, encoded));
    }

    /**
     * Proves the sender, as far as the transaction can be encoded and somebody signed it.
     *
     * @throws ChainFailure.WrongAnswer if somebody else signed it
     */
    void proveSender(Chain chain, Block block, Transaction transaction) {
        var encoded = transaction.encoded();
        if (!areProved() || encoded == null) {
            return;
        }
        Address sender;
        try {
            sender = Sender.of(transaction.type(), encoded);
        } catch (ArithmeticException e) {
            throw wrong(chain, block, "with no signature of transaction " + transaction.hash());
        }
        if (sender != null && !sender.equals(transaction.from())) {
            throw wrong(chain, block, "with another sender of transaction " + transaction.hash());
        }
    }

    private Block proved(Chain chain, Block told) {
        if (!told.header().isProved()) {
            throw wrong(chain, told, "with a hash that is not that of its header");
        }
        if (isNamedByHeader(told)) {
            checkHashes(chain, told);
            return told;
        }
        var block = withoutWhatIsBesideIt(told);
        checkHashes(chain, block);
        if (block.transactions().stream().anyMatch(it -> it.encoded() == null)) {
            proveForeign(chain, block);
        } else if (!isNamedByHeader(block)) {
            throw wrong(chain, block, "with other transactions than its header names");
        }
        return block;
    }

    /**
     * Polygon tells, behind those of a block, a transaction of its own that nobody signed and no
     * header names.
     */
    private static Block withoutWhatIsBesideIt(Block told) {
        if (told.transactions().isEmpty()) {
            return told;
        }
        var last = told.transactions().getLast();
        var encoded = last.encoded();
        return encoded == null || Sender.isSigned(last.type(), encoded) || isItself(last, encoded)
                ? told
                : new Block(
                        told.header(),
                        told.transactions().subList(0, told.transactions().size() - 1));
    }

    private static boolean isItself(Transaction transaction, byte[] encoded) {
        return Hash.keccak256(encoded).equals(transaction.hash());
    }

    private static boolean isNamedByHeader(Block block) {
        return block.transactions().stream().allMatch(it -> it.encoded() != null)
                && TransactionsRoot.of(block.transactions())
                        .equals(block.header().transactionsRoot());
    }

    /**
     * A development chain has transactions that nobody signed, and gives them other hashes; a chain
     * on which coins are worth something has none.
     */
    private static void checkHashes(Chain chain, Block block) {
        for (var transaction : block.transactions()) {
            var encoded = transaction.encoded();
            if (encoded != null
                    && !isItself(transaction, encoded)
                    && Sender.isSigned(transaction.type(), encoded)) {
                throw wrong(
                        chain,
                        block,
                        "with a transaction that is not " + transaction.hash() + ", as it says");
            }
        }
    }

    /** An endpoint that alters a transaction may as well pretend that it is of an unknown type. */
    private void proveForeign(Chain chain, Block block) {
        var unknown = block.transactions().stream().filter(it -> it.encoded() == null).toList();
        for (var transaction : unknown) {
            if (TransactionEncoding.isKnown(transaction.type())) {
                throw wrong(chain, block, "without a field of transaction " + transaction.hash());
            }
        }
        if (unknown.stream().allMatch(it -> foreign.contains(it.type()))) {
            return;
        }
        var receipts = ReceiptsRoot.proved(chain, block);
        for (var transaction : unknown) {
            if (receipts.get(transaction.index()).type() != transaction.type()) {
                throw wrong(chain, block, "with another type of transaction " + transaction.hash());
            }
        }
        unknown.forEach(it -> accept(it.type(), block.header()));
    }

    private void accept(int type, BlockHeader header) {
        if (foreign.add(type)) {
            var sentence =
                    """
                    Block %d has a transaction of type 0x%x, which this version does not know: \
                    which transactions such blocks have is taken as endpoints tell it, plain \
                    native transfers among them. No header proves it."""
                            .formatted(header.number(), type);
            unproved = sentence;
            LOG.warn(sentence);
        }
    }

    private static ChainFailure wrong(Chain chain, Block block, String what) {
        return new ChainFailure.WrongAnswer(
                """
                %s gave block %d %s. If all endpoints of this chain do, this version does not \
                know its format: set URUNAN_CHAIN_AUDIT=blooms."""
                        .formatted(chain.name(), block.header().number(), what));
    }
}
