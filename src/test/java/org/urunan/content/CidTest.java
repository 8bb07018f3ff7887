package org.urunan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.money.Hash;

class CidTest {

    /** src/test/cids makes the file with the JavaScript package that IPFS tools use. */
    @Test
    void namesContentAsTheReferenceImplementationDoes() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/cids.txt"))) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSizeGreaterThan(20);
            for (var line : lines) {
                var size = Integer.parseInt(line.split(" ")[0]);
                assertThat(Cid.of(bytes(size))).hasToString(line.split(" ")[1]);
            }
        }
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        for (var i = 0; i < size; i++) {
            bytes[i] = (byte) ((i * 31 + size) % 251);
        }
        return bytes;
    }

    @Test
    void everyCidIsReadBack() {
        var random = new Random(1);
        var digest = new byte[32];
        for (var i = 0; i < 10_000; i++) {
            random.nextBytes(digest);
            var cid = new Cid(Hash.of(digest));
            assertThat(Cid.parse(cid.toString())).isEqualTo(cid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "b",
                "bafkqaaa",
                "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWJ8yqs",
                // dag-pb instead of raw
                "bafybeihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
                // upper case, one too short, one too long, a stray bit at the end
                "BAFKREIHDWDCEFGH4DQKJV67UZCMW7OJEE6XEDZDETOJUZJEVTENXQUVYKU",
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyk",
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvykua",
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvykv",
                "zafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyk0",
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvykİ",
            })
    void everyOtherSpellingIsRefused(String text) {
        assertThatThrownBy(() -> Cid.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A content id is CIDv1");
    }
}
