package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import org.urunan.money.Hash;

/** What a header says of its block's transactions, recomputed from them. */
public final class TransactionsRoot {

    private TransactionsRoot() {}

    /**
     * The root of the trie of the transactions (EIP-2718).
     *
     * @throws IllegalArgumentException if one of them is not encoded
     */
    public static Hash of(List<Transaction> transactions) {
        var values = new ArrayList<byte[]>(transactions.size());
        for (var transaction : transactions) {
            var encoded = transaction.encoded();
            if (encoded == null) {
                throw new IllegalArgumentException(
                        "Transaction %s cannot be encoded".formatted(transaction.hash()));
            }
            values.add(encoded);
        }
        return OrderedTrie.root(values);
    }
}
