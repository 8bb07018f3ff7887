package org.urunan.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * Decodes the logs of {@code IDonations}, ERC-20 {@code Transfer} and EIP-3009 {@code
 * AuthorizationUsed}, which differ in their first topic.
 */
public final class LogDecoder {

    public static final Hash ANNOUNCED = topic("CampaignAnnounced(bytes32,bytes32)");
    public static final Hash CLOSED = topic("CampaignClosed(bytes32)");
    public static final Hash MOVED = topic("CampaignMoved(bytes32,bytes32)");
    public static final Hash DONATION = topic("Donation(bytes32,address,address,uint256)");
    public static final Hash TRANSFER = topic("Transfer(address,address,uint256)");
    public static final Hash AUTHORIZATION_USED = topic("AuthorizationUsed(address,bytes32)");

    private static final byte[] TRANSFER_BYTES = TRANSFER.bytes();
    private static final byte[] DONATION_BYTES = DONATION.bytes();
    private static final int WORD = 32;
    private static final int PADDING = 12;
    private static final byte[] ZEROS = new byte[PADDING];

    private LogDecoder() {}

    /**
     * @param topics each 32 bytes
     * @return null if it is another event, or not encoded as the standard says: a token whose
     *     {@code Transfer} does not index its addresses, or indexes the amount (ERC-721), or a
     *     topic that is no address, which no filter for addresses would find
     */
    public static @Nullable ChainLog decode(
            LogPlace place, Address address, List<Hash> topics, byte[] data) {
        if (topics.isEmpty()) {
            return null;
        }
        var raw = new byte[topics.size()][];
        for (var i = 0; i < raw.length; i++) {
            raw[i] = topics.get(i).bytes();
        }
        return decode(place, address, raw, raw.length, data, data.length);
    }

    /** The same from buffers that are used again for the next log: nothing of them is kept. */
    static @Nullable ChainLog decode(
            LogPlace place, Address address, byte[][] topics, int count, byte[] data, int length) {
        if (count == 3
                && length == WORD
                && is(TRANSFER_BYTES, topics)
                && isAddress(topics[1])
                && isAddress(topics[2])) {
            return new ChainLog.Transferred(
                    place,
                    address,
                    Address.ofWord(topics[1], 0),
                    Address.ofWord(topics[2], 0),
                    word(data));
        }
        if (count == 4 && length == WORD && is(DONATION_BYTES, topics)) {
            return new ChainLog.Donated(
                    place,
                    CampaignId.of(topics[1]),
                    Address.ofWord(topics[2], 0),
                    Address.ofWord(topics[3], 0),
                    word(data));
        }
        return count == 0 ? null : decodeRare(place, address, topics, count, data, length);
    }

    private static @Nullable ChainLog decodeRare(
            LogPlace place, Address address, byte[][] topics, int count, byte[] data, int length) {
        var event = Hash.of(topics[0]);
        if (event.equals(ANNOUNCED) && count == 2 && length == WORD) {
            return new ChainLog.Announced(
                    place, CampaignId.of(topics[1]), Hash.of(Arrays.copyOf(data, WORD)));
        }
        if (event.equals(CLOSED) && count == 2) {
            return new ChainLog.Closed(place, CampaignId.of(topics[1]));
        }
        if (event.equals(MOVED) && count == 3) {
            return new ChainLog.Moved(place, CampaignId.of(topics[1]), CampaignId.of(topics[2]));
        }
        if (event.equals(AUTHORIZATION_USED) && count == 3 && length == 0 && isAddress(topics[1])) {
            return new ChainLog.AuthorizationUsed(
                    place, address, Address.ofWord(topics[1], 0), Hash.of(topics[2]));
        }
        return null;
    }

    private static boolean is(byte[] event, byte[][] topics) {
        return Arrays.equals(event, topics[0]);
    }

    /** The ABI has zeros before the 20 bytes. */
    private static boolean isAddress(byte[] topic) {
        return Arrays.equals(topic, 0, PADDING, ZEROS, 0, PADDING);
    }

    private static BigInteger word(byte[] data) {
        return new BigInteger(1, data, 0, WORD);
    }

    private static Hash topic(String signature) {
        return Hash.keccak256(signature.getBytes(StandardCharsets.US_ASCII));
    }
}
