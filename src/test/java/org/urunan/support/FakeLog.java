package org.urunan.support;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.urunan.chain.ChainLog;
import org.urunan.chain.LogDecoder;
import org.urunan.chain.LogPlace;
import org.urunan.chain.Receipt;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** A log as a contract emits it, before it has a place: what a scripted transaction contains. */
public record FakeLog(Address address, List<Hash> topics, byte[] data) {

    public static FakeLog announced(Address contract, CampaignId campaign, Hash contentHash) {
        return new FakeLog(
                contract, List.of(LogDecoder.ANNOUNCED, word(campaign)), contentHash.bytes());
    }

    public static FakeLog closed(Address contract, CampaignId campaign) {
        return new FakeLog(contract, List.of(LogDecoder.CLOSED, word(campaign)), new byte[0]);
    }

    public static FakeLog moved(Address contract, CampaignId campaign, CampaignId to) {
        return new FakeLog(
                contract, List.of(LogDecoder.MOVED, word(campaign), word(to)), new byte[0]);
    }

    public static FakeLog donated(
            Address contract,
            CampaignId campaign,
            Address donor,
            Address token,
            BigInteger amount) {
        return new FakeLog(
                contract,
                List.of(LogDecoder.DONATION, word(campaign), word(donor), word(token)),
                word(amount));
    }

    public static FakeLog transferred(Address token, Address from, Address to, BigInteger amount) {
        return new FakeLog(token, List.of(LogDecoder.TRANSFER, word(from), word(to)), word(amount));
    }

    public static FakeLog authorizationUsed(Address token, Address authorizer, Hash nonce) {
        return new FakeLog(
                token,
                List.of(LogDecoder.AUTHORIZATION_USED, word(authorizer), nonce),
                new byte[0]);
    }

    Receipt.Log at(LogPlace place) {
        return new Receipt.Log(place, address, topics, data);
    }

    static ChainLog decode(Receipt.Log log) {
        return LogDecoder.decode(log.place(), log.address(), log.topics(), log.data());
    }

    private static Hash word(CampaignId campaign) {
        return Hash.of(campaign.bytes());
    }

    private static Hash word(Address address) {
        var word = new byte[32];
        System.arraycopy(address.bytes(), 0, word, 12, 20);
        return Hash.of(word);
    }

    private static byte[] word(BigInteger amount) {
        var bytes = amount.toByteArray();
        var word = new byte[32];
        var length = Math.min(32, bytes.length);
        var from = bytes.length - length;
        System.arraycopy(
                Arrays.copyOfRange(bytes, from, bytes.length), 0, word, 32 - length, length);
        return word;
    }
}
