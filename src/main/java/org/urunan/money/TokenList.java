package org.urunan.money;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that count on this chain, from a token list file (JSON in the form of Uniswap's token
 * lists). The native coin is listed like any other, under {@link Token#NATIVE}; unlisted, it does
 * not count. Whether a token can do EIP-2612 or EIP-3009 stands in its {@code extensions}: {@code
 * {"permit": true, "authorization": true}}.
 */
public final class TokenList {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String name;
    private final Hash hash;
    private final Map<Address, Token> tokens;

    private TokenList(String name, Hash hash, Map<Address, Token> tokens) {
        this.name = name;
        this.hash = hash;
        this.tokens = tokens;
    }

    /**
     * @throws IllegalArgumentException with a sentence for operators if the file cannot be read or
     *     is not a token list for this chain
     */
    public static TokenList read(Path file, long chainId) {
        try {
            return of(Files.readAllBytes(file), chainId);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The token list %s cannot be read: URUNAN_TOKEN_LIST must be the path of a JSON file."
                            .formatted(file),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The token list %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param bytes the file; entries of other chains are passed over
     * @throws IllegalArgumentException with a sentence for operators
     */
    public static TokenList of(byte[] bytes, long chainId) {
        var root = parse(bytes);
        var tokens = new LinkedHashMap<Address, Token>();
        for (var node : array(root)) {
            if (required(node, "chainId").asLong() == chainId) {
                var token = token(node);
                if (tokens.put(token.address(), token) != null) {
                    throw new IllegalArgumentException(
                            "The token %s is listed twice for chain %d; keep one."
                                    .formatted(token.address(), chainId));
                }
            }
        }
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException(
                    "No token is listed for chain %d, so no gift would count.".formatted(chainId));
        }
        return new TokenList(root.path("name").asText(""), Hash.sha256(bytes), tokens);
    }

    public String name() {
        return name;
    }

    /** SHA-256 of the file's exact bytes: part of every digest. */
    public Hash hash() {
        return hash;
    }

    /** In the list's order. */
    public List<Token> tokens() {
        return List.copyOf(tokens.values());
    }

    public boolean contains(Address token) {
        return tokens.containsKey(token);
    }

    public Optional<Token> find(Address token) {
        return Optional.ofNullable(tokens.get(token));
    }

    /**
     * @throws IllegalArgumentException if it is not listed
     */
    public Token get(Address token) {
        return find(token)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The token %s is not listed.".formatted(token)));
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "This is not JSON: " + e.getOriginalMessage() + place(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This cannot be read: " + e.getMessage(), e);
        }
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line %d)".formatted(location.getLineNr());
    }

    private static JsonNode array(JsonNode root) {
        var tokens = root.path("tokens");
        if (!tokens.isArray()) {
            throw new IllegalArgumentException(
                    "It needs a member \"tokens\" with an array, as in Uniswap's token lists.");
        }
        return tokens;
    }

    private static Token token(JsonNode node) {
        var extensions = node.path("extensions");
        return new Token(
                Address.parse(required(node, "address").asText()),
                required(node, "symbol").asText(),
                required(node, "name").asText(),
                decimals(node),
                extensions.path("permit").asBoolean(false),
                extensions.path("authorization").asBoolean(false));
    }

    private static int decimals(JsonNode node) {
        var decimals = required(node, "decimals");
        if (!decimals.isInt()) {
            throw new IllegalArgumentException(
                    "\"decimals\" must be a whole number: " + shortened(node));
        }
        return decimals.asInt();
    }

    private static JsonNode required(JsonNode node, String member) {
        @Nullable JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(
                    "A token has no \"%s\": %s".formatted(member, shortened(node)));
        }
        return value;
    }

    private static String shortened(JsonNode node) {
        var text = node.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
