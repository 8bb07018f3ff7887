package org.urunan.support;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.TxCall;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;

/** A scripted transaction: encoded as a deposit of the OP stack, which needs no signature. */
public final class FakeTx {

    static final int TYPE = 0x7e;

    final Address from;
    final @Nullable Address to;
    final BigInteger value;
    final byte[] input;
    final boolean isSuccessful;
    final int type;
    final List<FakeLog> logs = new ArrayList<>();

    private FakeTx(
            Address from,
            @Nullable Address to,
            BigInteger value,
            byte[] input,
            boolean success,
            int type) {
        this.from = from;
        this.to = to;
        this.value = value;
        this.input = input;
        this.isSuccessful = success;
        this.type = type;
    }

    public static FakeTx call(Address from, Address to, byte[] input) {
        return new FakeTx(from, to, BigInteger.ZERO, input, true, TYPE);
    }

    public static FakeTx nativeTransfer(Address from, Address to, BigInteger wei, byte[] data) {
        return new FakeTx(from, to, wei, data, true, TYPE);
    }

    public static FakeTx failed(Address from, Address to, BigInteger wei) {
        return new FakeTx(from, to, wei, new byte[0], false, TYPE);
    }

    /** The same, as readers see it who do not know its type. */
    public FakeTx ofType(int unknown) {
        return new FakeTx(from, to, value, input, isSuccessful, unknown);
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

    byte[] encoded(Hash source) {
        var fields =
                RlpEncoder.encode(
                        new RlpList(
                                RlpString.create(source.bytes()),
                                RlpString.create(from.bytes()),
                                RlpString.create(to == null ? new byte[0] : to.bytes()),
                                RlpString.create(BigInteger.ZERO),
                                RlpString.create(value),
                                RlpString.create(BigInteger.ZERO),
                                RlpString.create(BigInteger.ZERO),
                                RlpString.create(input)));
        return ByteBuffer.allocate(1 + fields.length).put((byte) TYPE).put(fields).array();
    }

    TxCall asCall() {
        return new TxCall(to, input);
    }
}
