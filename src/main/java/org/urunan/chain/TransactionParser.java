package org.urunan.chain;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** Reads a transaction, and encodes it anew from all its fields. */
final class TransactionParser {

    private final TransactionEncoding encoding = new TransactionEncoding();
    private Hash hash = Hash.ZERO;
    private int index = -1;
    private int type;
    private @Nullable Address from;
    private @Nullable Address to;
    private byte[] input = new byte[0];
    private BigInteger value = BigInteger.ZERO;

    private TransactionParser() {}

    static Transaction read(JsonReader json) throws IOException {
        var parser = new TransactionParser();
        json.fields(parser::field);
        return parser.transaction();
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "hash" -> hash = json.hash();
            case "type" -> type = json.isNull() ? 0 : Math.toIntExact(json.quantity());
            case "transactionIndex" ->
                    index = json.isNull() ? -1 : Math.toIntExact(json.quantity());
            case "from" -> {
                from = json.address();
                encoding.put(name, Rlp.bytes(from.bytes()));
            }
            case "to" -> {
                to = json.addressOrNull();
                encoding.put(name, Rlp.bytes(to == null ? new byte[0] : to.bytes()));
            }
            case "input" -> {
                input = json.bytes();
                encoding.put(name, Rlp.bytes(input));
            }
            case "value" -> {
                value = json.bigQuantity();
                encoding.put(name, Rlp.number(value));
            }
            default -> encoding.put(name, item(name, json));
        }
    }

    /** Only encoded: null if it is something else than should stand there. */
    private static byte @Nullable [] item(String name, JsonReader json) throws IOException {
        return switch (name) {
            case "nonce",
                    "gasPrice",
                    "gas",
                    "maxFeePerGas",
                    "maxPriorityFeePerGas",
                    "maxFeePerBlobGas",
                    "chainId",
                    "yParity",
                    "v",
                    "r",
                    "s",
                    "mint" ->
                    scalar(json);
            case "sourceHash" -> Rlp.bytes(json.hash().bytes());
            case "isSystemTx" -> Rlp.number(json.isTrue() ? 1 : 0);
            case "accessList" -> list(json, TransactionParser::access);
            case "blobVersionedHashes" -> list(json, it -> Rlp.bytes(it.hash().bytes()));
            case "authorizationList" -> list(json, TransactionParser::authorization);
            default -> {
                json.skip();
                yield null;
            }
        };
    }

    private static byte @Nullable [] scalar(JsonReader json) throws IOException {
        var scalar = json.scalar();
        json.skip();
        return scalar == null ? null : Rlp.bytes(scalar);
    }

    private interface Element {
        byte @Nullable [] read(JsonReader json) throws IOException;
    }

    /** Null if it, or an element of it, is something else than should stand there. */
    private static byte @Nullable [] list(JsonReader json, Element element) throws IOException {
        if (!json.isArray()) {
            json.skip();
            return null;
        }
        var items = new ArrayList<byte @Nullable []>();
        while (json.nextElement()) {
            items.add(element.read(json));
        }
        return listOf(items);
    }

    private static byte @Nullable [] listOf(List<byte @Nullable []> items) {
        var known = new ArrayList<byte[]>(items.size());
        for (var item : items) {
            if (item == null) {
                return null;
            }
            known.add(item);
        }
        return Rlp.list(known);
    }

    /** EIP-2930: an address, and slots of its storage. */
    private static byte @Nullable [] access(JsonReader json) throws IOException {
        var items = new byte @Nullable [2][];
        json.fields(
                (name, it) -> {
                    switch (name) {
                        case "address" -> items[0] = Rlp.bytes(it.address().bytes());
                        case "storageKeys" ->
                                items[1] = list(it, key -> Rlp.bytes(key.hash().bytes()));
                        default -> it.skip();
                    }
                });
        return listOf(Arrays.asList(items));
    }

    /** EIP-7702: who lets which code run, with a signature of its own. */
    private static byte @Nullable [] authorization(JsonReader json) throws IOException {
        var items = new byte @Nullable [6][];
        json.fields(
                (name, it) -> {
                    switch (name) {
                        case "chainId" -> items[0] = scalar(it);
                        case "address" -> items[1] = Rlp.bytes(it.address().bytes());
                        case "nonce" -> items[2] = scalar(it);
                        case "yParity" -> items[3] = scalar(it);
                        case "r" -> items[4] = scalar(it);
                        case "s" -> items[5] = scalar(it);
                        default -> it.skip();
                    }
                });
        return listOf(Arrays.asList(items));
    }

    private Transaction transaction() throws IOException {
        if (from == null || hash.equals(Hash.ZERO)) {
            throw new IOException("a transaction without sender or hash");
        }
        return new Transaction(
                hash, index, type, from, new TxCall(to, input), value, encoding.of(type));
    }
}
