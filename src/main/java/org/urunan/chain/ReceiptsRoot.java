package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import org.urunan.money.Hash;

/** What a header says of its block's receipts, recomputed from them. */
public final class ReceiptsRoot {

    private ReceiptsRoot() {}

    /** The root of the trie of the receipts (EIP-658, EIP-2718). */
    public static Hash of(List<Receipt> receipts) {
        return OrderedTrie.root(receipts.stream().map(ReceiptsRoot::encode).toList());
    }

    /**
     * The receipts of a block, in order.
     *
     * @throws ChainFailure.WrongAnswer if they are not those that the header says
     */
    static List<Receipt> proved(Chain chain, BlockHeader header) {
        var receipts = chain.receipts(header.ref());
        if (isNamed(receipts, header)) {
            return receipts;
        }
        // Polygon tells, behind those of a block, one that no header names.
        var fewer = receipts.subList(0, Math.max(0, receipts.size() - 1));
        if (!isNamed(fewer, header)) {
            throw new ChainFailure.WrongAnswer(
                    "%s gave receipts of block %d that are not those its header names"
                            .formatted(chain.name(), header.number()));
        }
        return fewer;
    }

    private static boolean isNamed(List<Receipt> receipts, BlockHeader header) {
        return of(receipts).equals(header.receiptsRoot());
    }

    /** The same for a whole block: as many as there are transactions. */
    static List<Receipt> proved(Chain chain, Block block) {
        var receipts = proved(chain, block.header());
        if (receipts.size() != block.transactions().size()) {
            throw new ChainFailure.WrongAnswer(
                    "%s gave block %d with %d transactions, but %d receipts"
                            .formatted(
                                    chain.name(),
                                    block.header().number(),
                                    block.transactions().size(),
                                    receipts.size()));
        }
        return receipts;
    }

    private static byte[] encode(Receipt receipt) {
        var fields = new ArrayList<byte[]>();
        fields.add(Rlp.number(receipt.status()));
        fields.add(Rlp.number(receipt.cumulativeGasUsed()));
        fields.add(Rlp.bytes(receipt.logsBloom().bytes()));
        fields.add(Rlp.list(receipt.logs().stream().map(ReceiptsRoot::encode).toList()));
        if (receipt.depositNonce() != null) {
            fields.add(Rlp.number(receipt.depositNonce()));
        }
        if (receipt.depositVersion() != null) {
            fields.add(Rlp.number(receipt.depositVersion()));
        }
        return receipt.type() == 0 ? Rlp.list(fields) : Rlp.typed(receipt.type(), fields);
    }

    private static byte[] encode(Receipt.Log log) {
        return Rlp.list(
                Rlp.bytes(log.address().bytes()),
                Rlp.list(log.topics().stream().map(topic -> Rlp.bytes(topic.bytes())).toList()),
                Rlp.bytes(log.data()));
    }
}
