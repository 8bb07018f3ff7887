package org.urunan.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import org.urunan.chain.BlockRef;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/** The canonical bytes of entries, as docs/ledger-format.md has them. */
final class DigestBytes {

    /** Of one entry. */
    static final int LENGTH = 4 + 32 + 20 + 1 + 12 + 20 + 20 + 32 + 1 + 1;

    private static final int NO_LOG_INDEX = -1;
    private static final byte[] NO_NUMBER = new byte[12];
    private static final int SELF = 1;
    private static final int AFTER_CLOSING = 2;

    private DigestBytes() {}

    /**
     * The digest behind a block.
     *
     * @param entries all of the block, in the order of their positions
     */
    static Hash digest(Hash before, BlockRef block, List<NewEntry> entries) {
        var bytes = ByteBuffer.allocate(32 + 8 + 32 + entries.size() * LENGTH);
        bytes.put(before.bytes()).putLong(block.number()).put(block.hash().bytes());
        entries.forEach(entry -> put(bytes, entry));
        return Hash.sha256(bytes.array());
    }

    private static void put(ByteBuffer bytes, NewEntry entry) {
        var campaign = entry.campaign();
        bytes.putInt(
                Position.isNative(entry.position())
                        ? NO_LOG_INDEX
                        : Position.index(entry.position()));
        bytes.put(entry.txHash().bytes()).put(entry.beneficiary().bytes());
        bytes.put((byte) (campaign == null ? 0 : 1));
        bytes.put(campaign == null ? NO_NUMBER : campaign.numberBytes());
        bytes.put(entry.donor().bytes()).put(entry.token().bytes());
        bytes.put(word(entry.amount()));
        bytes.put((byte) entry.way().code());
        bytes.put(
                (byte)
                        ((entry.isSelf() ? SELF : 0)
                                | (entry.isAfterClosing() ? AFTER_CLOSING : 0)));
    }

    /** 32 bytes, big-endian. */
    private static byte[] word(BigInteger amount) {
        var minimal = amount.toByteArray();
        var word = new byte[32];
        var length = Math.min(minimal.length, 32);
        System.arraycopy(minimal, minimal.length - length, word, 32 - length, length);
        return word;
    }
}
