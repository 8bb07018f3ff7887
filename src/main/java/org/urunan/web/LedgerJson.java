package org.urunan.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerView;

/** The ledger as one JSON document; its entries are those of the API. */
final class LedgerJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

    private LedgerJson() {}

    static void write(LedgerView view, LedgerFilter filter, OutputStream out) throws IOException {
        try (var json = JSON.getFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writePOJOField("asOf", ApiBlock.of(view.asOf()));
            json.writeArrayFieldStart("entries");
            view.stream(
                    new LedgerQuery(filter, true, null, 1),
                    entry -> {
                        try {
                            json.writePOJO(ApiEntry.of(entry));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
