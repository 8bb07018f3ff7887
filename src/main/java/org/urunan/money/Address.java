package org.urunan.money;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A 20-byte account or contract address. Equal by bytes; {@link #toString} is lower case (the API's
 * and the database's form), {@link #checksummed} is what people see and copy (ERC-55).
 */
public final class Address implements Comparable<Address> {

    public static final Address ZERO = new Address(new byte[20]);

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if there are not exactly 20 bytes
     */
    public static Address of(byte[] bytes) {
        return new Address(Bytes.copyOf("An address", bytes, 20));
    }

    /**
     * The address in the low 20 bytes of a 32-byte word (a topic or an ABI argument), which starts
     * at {@code offset}.
     */
    public static Address ofWord(byte[] data, int offset) {
        return new Address(Arrays.copyOfRange(data, offset + 12, offset + 32));
    }

    /**
     * Accepts lower case, upper case, or a mixed case whose ERC-55 checksum is right.
     *
     * @throws IllegalArgumentException with a sentence for people if it is anything else
     */
    public static Address parse(String text) {
        var address = new Address(Bytes.parse("An address", text, 20));
        var digits = text.substring(2);
        var isMixed =
                !digits.equals(digits.toLowerCase(Locale.ROOT))
                        && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (isMixed && !address.checksummed().equals(text)) {
            throw new IllegalArgumentException(
                    "The address %s has a wrong checksum: a character was changed. Copy it again."
                            .formatted(text));
        }
        return address;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The ERC-55 mixed-case form. */
    public String checksummed() {
        var digits = toString().substring(2);
        var hash = Bytes.keccak256(digits.getBytes(StandardCharsets.US_ASCII));
        var result = new StringBuilder("0x");
        for (var i = 0; i < 40; i++) {
            var nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
            result.append(nibble >= 8 ? Character.toUpperCase(digits.charAt(i)) : digits.charAt(i));
        }
        return result.toString();
    }

    @Override
    public int compareTo(Address other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && Arrays.equals(bytes, that.bytes);
    }

    /** The last four bytes: an address is a hash's end already. */
    @Override
    public int hashCode() {
        return Bytes.lastInt(bytes);
    }

    @Override
    public String toString() {
        return Bytes.toHex(bytes);
    }
}
