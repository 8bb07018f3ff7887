package org.urunan.chain;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.urunan.money.Address;
import org.urunan.money.Token;

/**
 * What a reader looks for, and how.
 *
 * @param contract the {@code Donations} contract
 * @param tokens listed ERC-20 tokens; {@link Token#NATIVE_LOGGER} as well if the native coin is
 *     listed
 * @param authorizationTokens those of them that have EIP-3009
 * @param startBlock the first block to read when nothing was read yet
 * @param readNatives whether transactions are read for plain native transfers
 * @param poll how often the head is asked for
 * @param topicsPerRequest most addresses in one request for logs
 * @param batchSize most blocks or transactions in one request
 */
public record ReaderSettings(
        Address contract,
        Set<Address> tokens,
        Set<Address> authorizationTokens,
        long startBlock,
        boolean readNatives,
        Duration poll,
        AuditDepth audit,
        int topicsPerRequest,
        int batchSize) {

    public static ReaderSettings of(ChainConfig config, List<Token> tokens) {
        var listed = tokens.stream().filter(token -> !token.isNative()).toList();
        var hasNative = listed.size() < tokens.size();
        var emitters = listed.stream().map(Token::address).collect(Collectors.toSet());
        if (hasNative) {
            emitters.add(Token.NATIVE_LOGGER);
        }
        return new ReaderSettings(
                Address.parse(config.contract()),
                Set.copyOf(emitters),
                listed.stream()
                        .filter(Token::authorization)
                        .map(Token::address)
                        .collect(Collectors.toUnmodifiableSet()),
                config.startBlock(),
                config.nativeBlocks() && hasNative,
                config.pollInterval(),
                config.audit(),
                config.topicsPerRequest(),
                config.batchSize());
    }
}
