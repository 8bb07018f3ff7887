package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as its block's trie has it (EIP-2718): its type, then the RLP of its fields, which
 * have the names of the JSON-RPC.
 */
final class TransactionEncoding {

    /** Of the OP stack: what its other chain asked for, with the sender in it. */
    static final int DEPOSIT = 0x7e;

    private static final int LEGACY = 0;

    private static final byte[] NOTHING = Rlp.bytes(new byte[0]);
    private static final byte[] EMPTY_LIST = Rlp.list();

    /** What some endpoints leave out where it says nothing. */
    private static final Map<String, byte[]> DEFAULTS =
            Map.of("accessList", EMPTY_LIST, "mint", NOTHING, "isSystemTx", NOTHING);

    private static final Map<Integer, List<String>> FIELDS =
            Map.of(
                    LEGACY,
                    fields("nonce gasPrice gas to value input v r s"),
                    1, // EIP-2930
                    fields("chainId nonce gasPrice gas to value input accessList yParity r s"),
                    2, // EIP-1559
                    fields(
                            "chainId nonce maxPriorityFeePerGas maxFeePerGas gas to value input"
                                    + " accessList yParity r s"),
                    3, // EIP-4844
                    fields(
                            "chainId nonce maxPriorityFeePerGas maxFeePerGas gas to value input"
                                    + " accessList maxFeePerBlobGas blobVersionedHashes yParity r s"),
                    4, // EIP-7702
                    fields(
                            "chainId nonce maxPriorityFeePerGas maxFeePerGas gas to value input"
                                    + " accessList authorizationList yParity r s"),
                    DEPOSIT,
                    fields("sourceHash from to mint value gas isSystemTx input"));

    private final Map<String, byte[]> items = new HashMap<>();

    private static List<String> fields(String names) {
        return List.of(names.split(" "));
    }

    /** Whether transactions of this type can be encoded. */
    static boolean isKnown(int type) {
        return FIELDS.containsKey(type);
    }

    /**
     * @param item the field's value in RLP; null if it could not be understood
     */
    void put(String field, byte @Nullable [] item) {
        if (item != null) {
            items.put(field, item);
        }
    }

    /** Null if the type is unknown, or fields of it are missing. */
    byte @Nullable [] of(int type) {
        var fields = FIELDS.get(type);
        if (fields == null) {
            return null;
        }
        var encoded = new ArrayList<byte[]>(fields.size());
        for (var field : fields) {
            var item = item(field);
            if (item == null) {
                return null;
            }
            encoded.add(item);
        }
        return type == LEGACY ? Rlp.list(encoded) : Rlp.typed(type, encoded);
    }

    private byte @Nullable [] item(String field) {
        var item = items.get(field);
        if (item != null) {
            return item;
        }
        return field.equals("yParity") ? items.get("v") : DEFAULTS.get(field);
    }
}
