package org.urunan.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/** Reads a block, and recomputes its hash from the header's fields. */
final class BlockParser {

    /** The header's fields in their order; those from {@code baseFeePerGas} on came with forks. */
    private static final List<String> FIELDS =
            List.of(
                    "parentHash",
                    "sha3Uncles",
                    "miner",
                    "stateRoot",
                    "transactionsRoot",
                    "receiptsRoot",
                    "logsBloom",
                    "difficulty",
                    "number",
                    "gasLimit",
                    "gasUsed",
                    "timestamp",
                    "extraData",
                    "mixHash",
                    "nonce",
                    "baseFeePerGas",
                    "withdrawalsRoot",
                    "blobGasUsed",
                    "excessBlobGas",
                    "parentBeaconBlockRoot",
                    "requestsHash",
                    "blockAccessListHash",
                    "slotNumber");

    private static final Set<String> NUMBERS =
            Set.of(
                    "difficulty",
                    "number",
                    "gasLimit",
                    "gasUsed",
                    "timestamp",
                    "baseFeePerGas",
                    "blobGasUsed",
                    "excessBlobGas",
                    "slotNumber");

    /** The root over no transactions: the hash of the RLP of nothing. */
    private static final Hash NO_TRANSACTIONS = Hash.keccak256(new byte[] {(byte) 0x80});

    private final Map<String, byte[]> encoded = new HashMap<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private Hash hash = Hash.ZERO;
    private Hash parentHash = Hash.ZERO;
    private Hash receiptsRoot = Hash.ZERO;
    private Hash transactionsRoot = NO_TRANSACTIONS;
    private boolean isWithoutTransactions;
    private Bloom bloom = Bloom.EMPTY;
    private long number = -1;
    private long time;

    private BlockParser() {}

    /** Null for {@code null}. */
    static @Nullable Block read(JsonReader json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        var parser = new BlockParser();
        json.fields(parser::field);
        return parser.block();
    }

    private void field(String name, JsonReader json) throws IOException {
        if (name.equals("hash")) {
            hash = json.hash();
        } else if (name.equals("transactions")) {
            transactions(json);
        } else if (FIELDS.contains(name) && json.isString()) {
            headerField(name, json);
        } else {
            json.skip();
        }
    }

    private void headerField(String name, JsonReader json) throws IOException {
        encoded.put(
                name,
                NUMBERS.contains(name) ? Rlp.number(json.bigQuantity()) : Rlp.bytes(json.bytes()));
        switch (name) {
            case "parentHash" -> parentHash = json.hash();
            case "transactionsRoot" -> transactionsRoot = json.hash();
            case "receiptsRoot" -> receiptsRoot = json.hash();
            case "logsBloom" -> bloom = Bloom.of(json.exactly(new byte[256]));
            case "number" -> number = json.quantity();
            case "timestamp" -> time = json.quantity();
            default -> {}
        }
    }

    private void transactions(JsonReader json) throws IOException {
        isWithoutTransactions = true;
        while (json.nextElement()) {
            isWithoutTransactions = false;
            if (json.isObject()) {
                transactions.add(TransactionParser.read(json));
            }
        }
    }

    private Block block() throws IOException {
        if (number < 0 || hash.equals(Hash.ZERO)) {
            throw new IOException("a block without number or hash");
        }
        var isProved = isProved();
        if (isProved && isWithoutTransactions && !transactionsRoot.equals(NO_TRANSACTIONS)) {
            throw new IOException("block %d without its transactions".formatted(number));
        }
        var header =
                new BlockHeader(
                        number,
                        hash,
                        parentHash,
                        time,
                        transactionsRoot,
                        receiptsRoot,
                        bloom,
                        isProved);
        return new Block(header, transactions);
    }

    private boolean isProved() {
        var fields = FIELDS.stream().filter(encoded::containsKey).map(encoded::get).toList();
        return Hash.keccak256(Rlp.list(fields)).equals(hash);
    }
}
