package org.urunan.chain;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads of a receipt what became of its transaction. */
final class FateParser {

    private @Nullable Long blockNumber;
    private boolean isFailed;

    private FateParser() {}

    static @Nullable TxFate read(JsonReader json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        var parser = new FateParser();
        json.fields(parser::field);
        return new TxFate(parser.blockNumber, parser.isFailed);
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "blockNumber" -> blockNumber = json.isNull() ? null : json.quantity();
            case "status" -> isFailed = json.quantity() == 0;
            default -> json.skip();
        }
    }
}
