package org.urunan.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * A method with its parameters as JSON. Written by hand: all parts are hexadecimal or constants.
 */
record RpcRequest(String method, String parameters) {

    /** {@code balanceOf(address)} */
    private static final String BALANCE_OF = "0x70a08231";

    static RpcRequest block(long number, boolean withTransactions) {
        return block(quantity(number), withTransactions);
    }

    static RpcRequest block(String tag, boolean withTransactions) {
        return new RpcRequest(
                "eth_getBlockByNumber", "[\"%s\",%s]".formatted(tag, withTransactions));
    }

    static RpcRequest ofHash(String method, Object hash) {
        return new RpcRequest(method, "[\"%s\"]".formatted(hash));
    }

    /** One request, or two whose answers belong together. */
    static List<RpcRequest> logs(LogFilter filter, long first, long last) {
        return logs(
                filter,
                "\"fromBlock\":\"%s\",\"toBlock\":\"%s\""
                        .formatted(quantity(first), quantity(last)));
    }

    static List<RpcRequest> logs(LogFilter filter, BlockRef block) {
        return logs(filter, "\"blockHash\":\"%s\"".formatted(block.hash()));
    }

    /** By the block's hash (EIP-1898): no other block's balance can be the answer. */
    static RpcRequest balance(Holding holding) {
        var block =
                "{\"blockHash\":\"%s\",\"requireCanonical\":true}"
                        .formatted(holding.block().hash());
        if (holding.token().equals(Token.NATIVE)) {
            return new RpcRequest(
                    "eth_getBalance", "[\"%s\",%s]".formatted(holding.owner(), block));
        }
        return new RpcRequest(
                "eth_call",
                "[{\"to\":\"%s\",\"data\":\"%s%s\"},%s]"
                        .formatted(
                                holding.token(),
                                BALANCE_OF,
                                word(holding.owner()).substring(2),
                                block));
    }

    private static List<RpcRequest> logs(LogFilter filter, String blocks) {
        return switch (filter) {
            case LogFilter.OfContract(var contract) ->
                    List.of(logs(blocks, "\"" + contract + "\"", ""));
            case LogFilter.TransfersOf(var tokens, var addresses) -> {
                var these = topics(addresses);
                yield List.of(
                        logs(blocks, strings(tokens), topics(LogDecoder.TRANSFER, "null," + these)),
                        logs(blocks, strings(tokens), topics(LogDecoder.TRANSFER, these)));
            }
            case LogFilter.AuthorizationsBy(var tokens, var authorizers) ->
                    List.of(
                            logs(
                                    blocks,
                                    strings(tokens),
                                    topics(LogDecoder.AUTHORIZATION_USED, topics(authorizers))));
        };
    }

    private static RpcRequest logs(String blocks, String addresses, String topics) {
        return new RpcRequest(
                "eth_getLogs", "[{%s,\"address\":%s%s}]".formatted(blocks, addresses, topics));
    }

    private static String topics(Hash event, String others) {
        return ",\"topics\":[\"%s\",%s]".formatted(event, others);
    }

    private static String strings(Collection<?> values) {
        return values.stream()
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String topics(Collection<Address> addresses) {
        return strings(addresses.stream().map(RpcRequest::word).toList());
    }

    private static String word(Address address) {
        return "0x" + "0".repeat(24) + address.toString().substring(2);
    }

    private static String quantity(long value) {
        return "0x" + Long.toHexString(value);
    }

    String body(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
                .formatted(id, method, parameters);
    }

    /** One batch; the ids are the places in the list. */
    static String body(List<RpcRequest> requests) {
        var bodies = new ArrayList<String>(requests.size());
        for (var request : requests) {
            bodies.add(request.body(bodies.size()));
        }
        return "[" + String.join(",", bodies) + "]";
    }
}
