package org.urunan.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Whose key signed a transaction: the sender is in no field of it, but follows from the signature
 * (ECDSA on secp256k1, with public key recovery).
 */
final class Sender {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final int SIGNATURE_FIELDS = 3;

    /** EIP-155: from here on {@code v} has the chain id in it. */
    private static final int FIRST_V_WITH_CHAIN_ID = 35;

    private static final int FIRST_V = 27;

    private Sender() {}

    /** A deposit counts as signed: it has no signature, but is what its hash says. */
    static boolean isSigned(int type, byte[] encoded) {
        var fields = Rlp.items(encoded, type == 0 ? 0 : 1);
        return type == TransactionEncoding.DEPOSIT
                || number(fields.get(fields.size() - 2)).signum() != 0;
    }

    /**
     * Null if the transaction has no signature, as those that a chain makes itself.
     *
     * @param encoded with a list of fields behind its type
     * @throws ArithmeticException if the signature is none
     */
    static @Nullable Address of(int type, byte[] encoded) {
        var fields = Rlp.items(encoded, type == 0 ? 0 : 1);
        if (type == TransactionEncoding.DEPOSIT) {
            return Address.of(Rlp.content(fields.get(1)));
        }
        var signature = fields.size() - SIGNATURE_FIELDS;
        var v = number(fields.get(signature));
        var r = number(fields.get(signature + 1));
        var s = number(fields.get(signature + 2));
        if (r.signum() == 0) {
            return null;
        }
        var signed = new ArrayList<>(fields.subList(0, signature));
        if (type != 0) {
            return recover(Rlp.typed(type, signed), v.intValueExact(), r, s);
        }
        return legacy(signed, v, r, s);
    }

    private static Address legacy(List<byte[]> signed, BigInteger v, BigInteger r, BigInteger s) {
        if (v.compareTo(BigInteger.valueOf(FIRST_V_WITH_CHAIN_ID)) < 0) {
            return recover(Rlp.list(signed), v.intValueExact() - FIRST_V, r, s);
        }
        var withChainId = v.subtract(BigInteger.valueOf(FIRST_V_WITH_CHAIN_ID));
        signed.add(Rlp.number(withChainId.shiftRight(1)));
        signed.add(Rlp.number(0));
        signed.add(Rlp.number(0));
        return recover(Rlp.list(signed), withChainId.testBit(0) ? 1 : 0, r, s);
    }

    /** SEC 1, 4.1.6. */
    private static Address recover(byte[] signed, int parity, BigInteger r, BigInteger s) {
        try {
            var x = Arrays.copyOf(new byte[] {(byte) (2 + (parity & 1))}, 33);
            System.arraycopy(word(r), 0, x, 1, 32);
            var point = CURVE.getCurve().decodePoint(x);
            var order = CURVE.getN();
            var hash = new BigInteger(1, Hash.keccak256(signed).bytes());
            var inverse = r.modInverse(order);
            var key =
                    ECAlgorithms.sumOfTwoMultiplies(
                                    CURVE.getG(),
                                    hash.negate().multiply(inverse).mod(order),
                                    point,
                                    s.multiply(inverse).mod(order))
                            .getEncoded(false);
            var name = Hash.keccak256(Arrays.copyOfRange(key, 1, key.length)).bytes();
            return Address.of(Arrays.copyOfRange(name, 12, 32));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw (ArithmeticException) new ArithmeticException("no signature").initCause(e);
        }
    }

    private static byte[] word(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        var word = new byte[32];
        System.arraycopy(bytes, from, word, 32 - (bytes.length - from), bytes.length - from);
        return word;
    }

    private static BigInteger number(byte[] item) {
        return new BigInteger(1, Rlp.content(item));
    }
}
