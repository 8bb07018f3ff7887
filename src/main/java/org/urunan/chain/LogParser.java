package org.urunan.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * Reads an array of logs straight into decoded logs. The hot path of reading history: buffers are
 * used again, and what neighbouring logs share (block, transaction, contract) is made once.
 */
final class LogParser {

    private final @Nullable Address only;
    private final List<ChainLog> logs = new ArrayList<>();
    private final Map<Long, Long> times = new HashMap<>();

    private final byte[][] topics = new byte[4][32];
    private int topicCount;
    private byte[] data = new byte[32];
    private int dataLength;
    private final byte[] addressBytes = new byte[20];
    private final byte[] blockBytes = new byte[32];
    private final byte[] txBytes = new byte[32];
    private long number;
    private long time;
    private int txIndex;
    private int index;

    private byte[] lastAddressBytes = new byte[0];
    private byte[] lastBlockBytes = new byte[0];
    private byte[] lastTxBytes = new byte[0];
    private Address address = Address.ZERO;
    private Hash block = Hash.ZERO;
    private Hash tx = Hash.ZERO;

    /**
     * @param only the contract whose logs were asked for; null if other contracts' may be there
     */
    private LogParser(@Nullable Address only) {
        this.only = only;
    }

    static Logs read(JsonReader json, @Nullable Address only) throws IOException {
        return new LogParser(only).read(json);
    }

    private Logs read(JsonReader json) throws IOException {
        if (!json.isArray()) {
            throw new IOException("a list of logs was expected");
        }
        while (json.nextElement()) {
            begin();
            json.fields(this::field);
            add();
        }
        return new Logs(logs, times);
    }

    private void begin() {
        number = -1;
        time = -1;
        txIndex = -1;
        index = -1;
        topicCount = 0;
        dataLength = 0;
    }

    private void field(String name, JsonReader json) throws IOException {
        switch (name) {
            case "address" -> json.exactly(addressBytes);
            case "topics" -> topics(json);
            case "data" -> {
                dataLength = json.byteCount();
                data = json.bytes(data);
            }
            case "blockNumber" -> number = json.quantity();
            case "blockHash" -> json.exactly(blockBytes);
            case "transactionHash" -> json.exactly(txBytes);
            case "transactionIndex" -> txIndex = Math.toIntExact(json.quantity());
            case "logIndex" -> index = Math.toIntExact(json.quantity());
            case "blockTimestamp" -> time = json.isString() ? json.quantity() : -1;
            case "removed" -> {
                if (json.isTrue()) {
                    throw new IOException("a removed log is no answer");
                }
            }
            default -> json.skip();
        }
    }

    private void topics(JsonReader json) throws IOException {
        while (json.nextElement()) {
            if (topicCount == topics.length) {
                throw new IOException("a log has at most four topics");
            }
            json.exactly(topics[topicCount++]);
        }
    }

    private void add() throws IOException {
        if (number < 0 || !Position.isIndex(txIndex) || !Position.isIndex(index)) {
            throw new IOException("a log has no place on the chain");
        }
        share();
        if (only != null && !only.equals(address)) {
            throw new IOException("a log of %s was not asked for".formatted(address));
        }
        var place = new LogPlace(number, block, tx, txIndex, index);
        var log = LogDecoder.decode(place, address, topics, topicCount, data, dataLength);
        if (log != null) {
            logs.add(log);
            if (time > 0) { // some say 0 of every log, which is nobody's time
                times.put(number, time);
            }
        }
    }

    private void share() {
        if (!Arrays.equals(addressBytes, lastAddressBytes)) {
            address = Address.of(addressBytes);
            lastAddressBytes = addressBytes.clone();
        }
        if (!Arrays.equals(blockBytes, lastBlockBytes)) {
            block = Hash.of(blockBytes);
            lastBlockBytes = blockBytes.clone();
        }
        if (!Arrays.equals(txBytes, lastTxBytes)) {
            tx = Hash.of(txBytes);
            lastTxBytes = txBytes.clone();
        }
    }
}
