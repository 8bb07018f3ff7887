package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]",
                "tru", "truex", "nul", "\"", "\"\\x\"", "\"\\u12\"", "[1]]", "{}{}", "{1:2}", "+1"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesEndlessNesting() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(IOException.class);
    }

    @Test
    void skipsWhatNobodyWants() throws IOException {
        var json =
                new JsonReader(
                        "{\"a\": {\"b\": [1, {\"c\": []}]}, \"d\": \"0x1f\"}"
                                .getBytes(StandardCharsets.UTF_8));
        var found = new long[1];
        json.fields(
                (name, value) -> {
                    if (name.equals("d")) {
                        found[0] = value.quantity();
                    } else {
                        value.skip();
                    }
                });
        json.end();
        assertThat(found[0]).isEqualTo(0x1f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0x0g\"", "\"0x123\"", "\"1234\"", "12", "null", "{}", "\"0x\\n0\""})
    void refusesWhatIsNotHexadecimal(String text) {
        assertThatThrownBy(
                        () ->
                                new JsonReader(text.getBytes(StandardCharsets.UTF_8))
                                        .exactly(new byte[1]))
                .isInstanceOf(IOException.class);
    }

    private static void read(String text) throws IOException {
        var json = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        read(json);
        json.end();
    }

    private static void read(JsonReader json) throws IOException {
        if (json.isObject()) {
            json.fields((_, value) -> read(value));
        } else if (json.isArray()) {
            while (json.nextElement()) {
                read(json);
            }
        }
    }
}
