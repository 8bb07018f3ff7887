package org.urunan.campaign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one meaning: valid UTF-8 without a byte order mark, each member once, nothing behind
 * the value, shallow.
 */
final class StrictJson {

    private static final ObjectReader READER =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5)
                                                    .maxNumberLength(20)
                                                    .maxNameLength(1000)
                                                    .maxStringLength(Manifest.MAX_SIZE)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /** The value, or null if the bytes are no such JSON. */
    static @Nullable JsonNode parse(byte[] bytes) {
        try {
            // A fresh decoder reports what is malformed, where String's constructor would replace
            // it.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            JsonNode node = READER.readTree(text.toString());
            return node.isMissingNode() ? null : node;
        } catch (CharacterCodingException | JsonProcessingException e) {
            return null;
        }
    }
}
