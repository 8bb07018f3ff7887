package org.urunan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TokenListTest {

    private static final String USDX = "0x00000000000000000000000000000000000000aa";

    private static TokenList list(String tokens) {
        return TokenList.of(bytes(tokens), 1);
    }

    private static byte[] bytes(String tokens) {
        return ("{\"name\": \"Test\", \"tokens\": [" + tokens + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String token(String address, String symbol) {
        return """
        {"chainId": 1, "address": "%s", "symbol": "%s", "name": "A token", "decimals": 6}
        """
                .formatted(address, symbol);
    }

    @Test
    void aListNamesItsTokensInOrderWithWhatTheyCanDo() {
        var tokens =
                list(
                        token(Token.NATIVE.toString(), "ETH")
                                + """
                                , {"chainId": 1, "address": "%s", "symbol": "USDX", "name": "Dollar",
                                   "decimals": 6, "logoURI": "ipfs://x",
                                   "extensions": {"permit": true, "authorization": true}}
                                """
                                        .formatted(USDX));
        assertThat(tokens.name()).isEqualTo("Test");
        assertThat(tokens.tokens()).extracting(Token::symbol).containsExactly("ETH", "USDX");
        var usdx = tokens.get(Address.parse(USDX));
        assertThat(usdx.permit()).isTrue();
        assertThat(usdx.authorization()).isTrue();
        assertThat(tokens.get(Token.NATIVE).permit()).isFalse();
    }

    @Test
    void theHashIsOfTheExactBytes() {
        var one = bytes(token(USDX, "A"));
        var other = bytes(token(USDX, "A") + " ");
        assertThat(TokenList.of(one, 1).hash()).isEqualTo(Hash.sha256(one));
        assertThat(TokenList.of(other, 1).hash()).isNotEqualTo(Hash.sha256(one));
    }

    @Test
    void tokensOfOtherChainsAreNotListed() {
        var tokens = list(token(USDX, "A") + ", {\"chainId\": 5}");
        assertThat(tokens.tokens()).hasSize(1);
        assertThat(tokens.contains(Token.NATIVE)).isFalse();
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        assertRefused("{", "not JSON");
        assertRefused("[]", "\"tokens\"");
        assertRefused("{\"tokens\": []}", "No token is listed for chain 1");
        assertRefused("{\"tokens\": [{}]}", "no \"chainId\"");
        assertRefused(text(token(USDX, "A") + "," + token(USDX, "B")), "listed twice");
        assertRefused(text(token("0x12", "A")), "40 hexadecimal digits");
        assertRefused(text(token(USDX, "<b>")), "symbol");
        assertRefused(text(token(USDX, "A").replace("6}", "99}")), "99 decimals");
        assertRefused(text(token(USDX, "A").replace("6}", "\"6\"}")), "whole number");
        assertRefused(
                text(token(USDX, "A").replace("\"chainId\": 1", "\"chainId\": 1, \"chainId\": 1")),
                "not JSON");
    }

    @Test
    void aFileThatIsNotThereIsSaidInASentence() {
        assertThatThrownBy(() -> TokenList.read(Path.of("does/not/exist.json"), 1))
                .hasMessageContaining("does/not/exist.json")
                .hasMessageContaining("URUNAN_TOKEN_LIST");
    }

    private static String text(String tokens) {
        return new String(bytes(tokens), StandardCharsets.UTF_8);
    }

    private static void assertRefused(String json, String says) {
        assertThatThrownBy(() -> TokenList.of(json.getBytes(StandardCharsets.UTF_8), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }
}
