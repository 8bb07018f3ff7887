package org.urunan.chain;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/** Reads of a receipt what came of its transaction, and where. */
final class OutcomeParser {

    private Hash txHash = Hash.ZERO;
    private Hash block = Hash.ZERO;
    private long status = -1;

    private OutcomeParser() {}

    static @Nullable TxOutcome read(JsonReader json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        var parser = new OutcomeParser();
        json.fields(parser::field);
        return parser.outcome();
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "transactionHash" -> txHash = json.hash();
            case "blockHash" -> block = json.hash();
            case "status" -> status = json.quantity();
            default -> json.skip();
        }
    }

    private TxOutcome outcome() throws IOException {
        if (status < 0 || txHash.equals(Hash.ZERO) || block.equals(Hash.ZERO)) {
            throw new IOException("a receipt without status, transaction or block");
        }
        return new TxOutcome(txHash, block, status == 1);
    }
}
