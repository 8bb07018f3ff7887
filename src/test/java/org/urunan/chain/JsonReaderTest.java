package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] TEXTS = {
        "", "0x", "0xab01", "a\"b", "\\", "\n\t\u0001", "é€", "🎁", "/", "logIndex"
    };

    @Test
    void readsWhatJacksonWrites() throws IOException {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var written = value(random, 0);
            var text =
                    seed % 2 == 0
                            ? JACKSON.writeValueAsString(written)
                            : JACKSON.writerWithDefaultPrettyPrinter().writeValueAsString(written);
            assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(written);
        }
    }

    /** An answer that was cut off, or garbled on its way, is never taken for a whole one. */
    @Test
    void takesNothingThatJacksonRefuses() throws IOException {
        for (var seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var text = "[" + JACKSON.writeValueAsString(value(random, 0)) + "]";
            var broken = broken(text, random);
            try {
                read(broken);
            } catch (IOException e) {
                continue;
            }
            JACKSON.readTree(broken);
        }
    }

    @Test
    void readsEveryEscape() throws IOException {
        assertThat(read("\"\\u0030\\u0078\\ud83c\\udf81\\/\\b\\f\\n\\r\\t\\\"\\\\\"").textValue())
                .isEqualTo("0x🎁/\b\f\n\r\t\"\\");
    }

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

    private static JsonNode read(String text) throws IOException {
        var json = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        var value = read(json);
        json.end();
        return value;
    }

    private static JsonNode read(JsonReader json) throws IOException {
        if (json.isObject()) {
            var object = NODES.objectNode();
            json.fields((name, value) -> object.set(name, read(value)));
            return object;
        }
        if (json.isArray()) {
            var array = NODES.arrayNode();
            while (json.nextElement()) {
                array.add(read(json));
            }
            return array;
        }
        return json.isString() ? NODES.textNode(json.text()) : JACKSON.readTree(json.text());
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> NODES.textNode(TEXTS[random.nextInt(TEXTS.length)]);
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.nullNode();
            case 4 -> {
                var array = NODES.arrayNode();
                for (var i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth + 1));
                }
                yield array;
            }
            default -> {
                var object = NODES.objectNode();
                for (var i = random.nextInt(4); i > 0; i--) {
                    object.set(TEXTS[random.nextInt(TEXTS.length)], value(random, depth + 1));
                }
                yield object;
            }
        };
    }

    private static String broken(String text, Random random) {
        var at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default ->
                    text.substring(0, at)
                            + "]}\",:x".charAt(random.nextInt(6))
                            + text.substring(at);
        };
    }
}
