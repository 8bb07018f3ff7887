package org.urunan.chain;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/** Reads of a receipt what became of its transaction. */
final class FateParser {

    private @Nullable Long blockNumber;
    private Hash blockHash = Hash.ZERO;
    private boolean isFailed;

    private FateParser() {}

    static @Nullable TxFate read(JsonReader json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        var parser = new FateParser();
        json.fields(parser::field);
        var number = parser.blockNumber;
        return new TxFate(
                number == null ? null : new BlockRef(number, parser.blockHash), parser.isFailed);
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "blockNumber" -> blockNumber = json.isNull() ? null : json.quantity();
            case "blockHash" -> blockHash = json.isNull() ? Hash.ZERO : json.hash();
            case "status" -> isFailed = json.quantity() == 0;
            default -> json.skip();
        }
    }
}
