package org.urunan.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/** Reads a receipt with all that enters the receipts root. */
final class ReceiptParser {

    private Hash txHash = Hash.ZERO;
    private int txIndex;
    private int type;
    private int status = -1;
    private long cumulativeGasUsed;
    private Bloom bloom = Bloom.EMPTY;
    private final List<Receipt.Log> logs = new ArrayList<>();
    private @Nullable Long depositNonce;
    private @Nullable Long depositVersion;

    private ReceiptParser() {}

    static Receipt read(JsonReader json) throws IOException {
        var parser = new ReceiptParser();
        json.fields(parser::field);
        return parser.receipt();
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "transactionHash" -> txHash = json.hash();
            case "transactionIndex" -> txIndex = Math.toIntExact(json.quantity());
            case "type" -> type = Math.toIntExact(json.quantity());
            case "status" -> status = Math.toIntExact(json.quantity());
            case "cumulativeGasUsed" -> cumulativeGasUsed = json.quantity();
            case "logsBloom" -> bloom = Bloom.of(json.exactly(new byte[256]));
            case "logs" -> {
                while (json.nextElement()) {
                    logs.add(log(json));
                }
            }
            case "depositNonce" -> depositNonce = json.isNull() ? null : json.quantity();
            case "depositReceiptVersion" -> depositVersion = json.isNull() ? null : json.quantity();
            default -> json.skip();
        }
    }

    private static Receipt.Log log(JsonReader json) throws IOException {
        var log = new LogFields();
        json.fields(log::field);
        return log.log();
    }

    private Receipt receipt() throws IOException {
        if (status < 0 || txHash.equals(Hash.ZERO)) {
            throw new IOException("a receipt without status or transaction");
        }
        var placed =
                logs.stream()
                        .map(
                                log ->
                                        new Receipt.Log(
                                                new LogPlace(
                                                        log.place().blockNumber(),
                                                        log.place().blockHash(),
                                                        txHash,
                                                        txIndex,
                                                        log.place().index()),
                                                log.address(),
                                                log.topics(),
                                                log.data()))
                        .toList();
        return new Receipt(
                txHash,
                type,
                status,
                cumulativeGasUsed,
                bloom,
                placed,
                depositNonce,
                depositVersion);
    }

    /** A receipt's log, undecoded. */
    private static final class LogFields {
        private Address address = Address.ZERO;
        private final List<Hash> topics = new ArrayList<>();
        private byte[] data = new byte[0];
        private long number;
        private Hash block = Hash.ZERO;
        private int index;

        void field(String name, JsonReader json) throws IOException {
            switch (name) {
                case "address" -> address = json.address();
                case "topics" -> {
                    while (json.nextElement()) {
                        topics.add(json.hash());
                    }
                }
                case "data" -> data = json.bytes();
                case "blockNumber" -> number = json.quantity();
                case "blockHash" -> block = json.hash();
                case "logIndex" -> index = Math.toIntExact(json.quantity());
                default -> json.skip();
            }
        }

        Receipt.Log log() throws IOException {
            if (!Position.isIndex(index)) {
                throw new IOException("a receipt's log has no place in its block");
            }
            return new Receipt.Log(
                    new LogPlace(number, block, Hash.ZERO, 0, index), address, topics, data);
        }
    }
}
