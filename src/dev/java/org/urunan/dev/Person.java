package org.urunan.dev;

import java.math.BigInteger;
import java.util.HexFormat;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * An account of the demo data, with a key that anyone can compute from its name: play money alone.
 */
record Person(ECKeyPair key, Address address) {

    /** A signature as contracts take it. */
    record Signature(int v, byte[] r, byte[] s) {}

    static Person named(String name) {
        var secret = new BigInteger(1, Calldata.hashOf("Urunan demo: " + name).bytes());
        var key = ECKeyPair.create(secret);
        return new Person(key, Address.of(HexFormat.of().parseHex(Keys.getAddress(key))));
    }

    /** Signs EIP-712 typed data. */
    Signature sign(Hash domainSeparator, Hash struct) {
        var digest = new byte[66];
        digest[0] = 0x19;
        digest[1] = 0x01;
        System.arraycopy(domainSeparator.bytes(), 0, digest, 2, 32);
        System.arraycopy(struct.bytes(), 0, digest, 34, 32);
        var signed = Sign.signMessage(Hash.keccak256(digest).bytes(), key, false);
        return new Signature(signed.getV()[0], signed.getR(), signed.getS());
    }
}
