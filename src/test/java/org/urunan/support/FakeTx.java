package org.urunan.support;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.TxCall;
import org.urunan.money.Address;
import org.urunan.money.Token;

/** A scripted transaction. */
public final class FakeTx {

    final Address from;
    final @Nullable Address to;
    final BigInteger value;
    final byte[] input;
    final boolean isSuccessful;
    final List<FakeLog> logs = new ArrayList<>();

    private FakeTx(
            Address from, @Nullable Address to, BigInteger value, byte[] input, boolean success) {
        this.from = from;
        this.to = to;
        this.value = value;
        this.input = input;
        this.isSuccessful = success;
    }

    public static FakeTx call(Address from, Address to, byte[] input) {
        return new FakeTx(from, to, BigInteger.ZERO, input, true);
    }

    public static FakeTx nativeTransfer(Address from, Address to, BigInteger wei, byte[] data) {
        return new FakeTx(from, to, wei, data, true);
    }

    public static FakeTx failed(Address from, Address to, BigInteger wei) {
        return new FakeTx(from, to, wei, new byte[0], false);
    }

    public FakeTx emit(FakeLog log) {
        logs.add(log);
        return this;
    }

    /** Emits as {@code Donations} does: the donation, then the token's transfer. */
    public FakeTx emitDonation(
            FakeLog donation,
            Address token,
            Address donor,
            Address beneficiary,
            BigInteger amount) {
        emit(donation);
        return token.equals(Token.NATIVE)
                ? this
                : emit(FakeLog.transferred(token, donor, beneficiary, amount));
    }

    TxCall asCall() {
        return new TxCall(to, input);
    }
}
