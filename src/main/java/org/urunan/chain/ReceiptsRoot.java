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
        var payload = Rlp.list(fields);
        if (receipt.type() == 0) {
            return payload;
        }
        var typed = new byte[payload.length + 1];
        typed[0] = (byte) receipt.type();
        System.arraycopy(payload, 0, typed, 1, payload.length);
        return typed;
    }

    private static byte[] encode(Receipt.Log log) {
        return Rlp.list(
                Rlp.bytes(log.address().bytes()),
                Rlp.list(log.topics().stream().map(topic -> Rlp.bytes(topic.bytes())).toList()),
                Rlp.bytes(log.data()));
    }
}
