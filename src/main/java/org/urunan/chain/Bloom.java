package org.urunan.chain;

import java.util.Arrays;
import java.util.Collection;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A block's {@code logsBloom} (2048 bits): says for certain that an address or topic is in no log
 * of the block, or that it may be in one.
 */
public final class Bloom {

    public static final Bloom EMPTY = new Bloom(new byte[256]);

    private final byte[] bytes;

    private Bloom(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if there are not exactly 256 bytes
     */
    public static Bloom of(byte[] bytes) {
        if (bytes.length != 256) {
            throw new IllegalArgumentException(
                    "A bloom has 256 bytes, not %d".formatted(bytes.length));
        }
        return new Bloom(bytes.clone());
    }

    /** The bloom of a block whose logs have exactly these addresses and topics. */
    public static Bloom of(Collection<Entry> entries) {
        var bytes = new byte[256];
        for (var entry : entries) {
            for (var bit : entry.bits) {
                bytes[255 - bit / 8] |= (byte) (1 << (bit % 8));
            }
        }
        return new Bloom(bytes);
    }

    boolean mayContain(Entry entry) {
        for (var bit : entry.bits) {
            if ((bytes[255 - bit / 8] >> (bit % 8) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bloom that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** An address or topic as the three bits it sets (Ethereum yellow paper, 4.3.1). */
    public static final class Entry {

        private final int[] bits = new int[3];

        private Entry(byte[] value) {
            var hash = Hash.keccak256(value).bytes();
            for (var i = 0; i < 3; i++) {
                bits[i] = ((hash[2 * i] & 0x7) << 8) | (hash[2 * i + 1] & 0xff);
            }
        }

        public static Entry of(Address address) {
            return new Entry(address.bytes());
        }

        public static Entry of(Hash topic) {
            return new Entry(topic.bytes());
        }

        /** The address as an indexed argument: left-padded to 32 bytes. */
        static Entry ofTopic(Address address) {
            var topic = new byte[32];
            System.arraycopy(address.bytes(), 0, topic, 12, 20);
            return new Entry(topic);
        }
    }
}
