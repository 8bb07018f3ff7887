package org.urunan.ledger;

import java.nio.ByteBuffer;
import org.urunan.money.Hash;

/** The first eight bytes of a transaction's hash: what entries are found by. */
final class TxKey {

    private TxKey() {}

    static long of(Hash txHash) {
        return ByteBuffer.wrap(txHash.bytes()).getLong();
    }
}
