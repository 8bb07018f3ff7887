package org.urunan.chain;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * Native coin that moved to or from a known beneficiary, as it is stored.
 *
 * @param position of its log, or of its transaction if it left none: {@link
 *     NativeTransfer#position()}
 * @param amount wei, above 0
 * @param isIncoming whether it is stored for whom it came to, and not for whom it came from
 */
public record NativeMove(
        long position,
        Hash txHash,
        Address from,
        Address to,
        BigInteger amount,
        boolean isIncoming) {

    static NativeMove of(NativeTransfer transfer, boolean isIncoming) {
        return new NativeMove(
                transfer.position(),
                transfer.txHash(),
                transfer.from(),
                transfer.to(),
                transfer.amount(),
                isIncoming);
    }

    long blockNumber() {
        return Position.blockNumber(position);
    }

    boolean isLogged() {
        return !Position.isNative(position);
    }

    /** The same, wherever it stands. */
    NativeMove anywhere() {
        return new NativeMove(0, txHash, from, to, amount, isIncoming);
    }
}
