package org.urunan.chain;

import java.io.IOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** Reads a transaction. */
final class TransactionParser {

    private Hash hash = Hash.ZERO;
    private int index = -1;
    private @Nullable Address from;
    private @Nullable Address to;
    private byte[] input = new byte[0];
    private BigInteger value = BigInteger.ZERO;

    private TransactionParser() {}

    static Transaction read(JsonReader json) throws IOException {
        var parser = new TransactionParser();
        json.fields(parser::field);
        return parser.transaction();
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "hash" -> hash = json.hash();
            case "from" -> from = json.address();
            case "to" -> to = json.addressOrNull();
            case "input" -> input = json.bytes();
            case "value" -> value = json.bigQuantity();
            case "transactionIndex" ->
                    index = json.isNull() ? -1 : Math.toIntExact(json.quantity());
            default -> json.skip();
        }
    }

    private Transaction transaction() throws IOException {
        if (from == null || hash.equals(Hash.ZERO)) {
            throw new IOException("a transaction without sender or hash");
        }
        return new Transaction(hash, index, from, new TxCall(to, input), value);
    }
}
