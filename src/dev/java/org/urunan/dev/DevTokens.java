package org.urunan.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * The tokens of a development chain, at addresses that follow from their code (CREATE2).
 *
 * @param fake a token that no list names, and that calls itself USDC
 */
record DevTokens(Token ether, Token usdc, Token usdt, Token dev, Address fake) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Hash SALT = Hash.ZERO;

    /**
     * Puts the tokens on the chain unless they are there.
     *
     * @param compiled forge's output folder
     */
    static DevTokens on(DevChain chain, Path compiled) throws IOException {
        return new DevTokens(
                new Token(Token.NATIVE, "ETH", "Ether", 18, false, false),
                token(deployed(chain, compiled, "DevUSDC"), "USDC", "USD Coin", 6, true, true),
                token(deployed(chain, compiled, "DevUSDT"), "USDT", "Tether USD", 6, false, false),
                token(
                        deployed(chain, compiled, "DevToken"),
                        "DEV",
                        "Development Token",
                        18,
                        true,
                        false),
                deployed(chain, compiled, "DevFakeToken"));
    }

    List<Token> listed() {
        return List.of(ether, usdc, usdt, dev);
    }

    Token bySymbol(String symbol) {
        return listed().stream().filter(t -> t.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    /** Writes the token list that the node is started with. */
    void writeList(Path file, long chainId) throws IOException {
        var tokens = listed().stream().map(token -> entry(token, chainId)).toList();
        var list = new java.util.LinkedHashMap<String, Object>();
        list.put("name", "Urunan development");
        list.put("timestamp", "2026-01-01T00:00:00Z");
        list.put("version", Map.of("major", 1, "minor", 0, "patch", 0));
        list.put("tokens", tokens);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list));
    }

    private static Map<String, Object> entry(Token token, long chainId) {
        var entry = new java.util.LinkedHashMap<String, Object>();
        entry.put("chainId", chainId);
        entry.put("address", token.address().checksummed());
        entry.put("symbol", token.symbol());
        entry.put("name", token.name());
        entry.put("decimals", token.decimals());
        entry.put(
                "extensions",
                Map.of("permit", token.permit(), "authorization", token.authorization()));
        return entry;
    }

    private static Token token(
            Address address,
            String symbol,
            String name,
            int decimals,
            boolean permit,
            boolean authorization) {
        return new Token(address, symbol, name, decimals, permit, authorization);
    }

    private static Address deployed(DevChain chain, Path compiled, String contract)
            throws IOException {
        var artifact = compiled.resolve("%1$s.sol/%1$s.json".formatted(contract));
        var creationCode = json(artifact).at("/bytecode/object").asText();
        var deployer =
                Address.parse(json(compiled.resolve("deployment.json")).get("deployer").asText());
        var address = create2(deployer, creationCode);
        if (chain.code(address).equals("0x")) {
            var anyone = chain.accounts().getFirst();
            chain.send(anyone, deployer, "0x" + Calldata.word(SALT) + creationCode.substring(2));
        }
        return address;
    }

    private static Address create2(Address deployer, String creationCode) {
        var codeHash = Hash.keccak256(HexFormat.of().parseHex(creationCode.substring(2)));
        var preimage =
                "ff"
                        + deployer.toString().substring(2)
                        + Calldata.word(SALT)
                        + Calldata.word(codeHash);
        var hash = Hash.keccak256(HexFormat.of().parseHex(preimage)).bytes();
        return Address.of(Arrays.copyOfRange(hash, 12, 32));
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
