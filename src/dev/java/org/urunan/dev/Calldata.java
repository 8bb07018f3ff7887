package org.urunan.dev;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** Contract calls as hexadecimal calldata: a selector and 32-byte words (Solidity ABI). */
final class Calldata {

    /** One gift of a batch: {@code struct Leg} of the contract. */
    record Leg(CampaignId campaignId, BigInteger amount) {}

    private Calldata() {}

    /**
     * @param signature as Solidity writes it, for example {@code transfer(address,uint256)}
     * @param arguments {@link #word words}
     */
    static String of(String signature, Object... arguments) {
        var call = new StringBuilder("0x").append(selector(signature));
        for (var argument : arguments) {
            call.append(word(argument));
        }
        return call.toString();
    }

    /** A call whose last argument is {@code Leg[]}, after at most an address. */
    static String batch(String signature, List<Leg> legs, Object... before) {
        var call = new StringBuilder(of(signature, before));
        call.append(word(32L * (before.length + 1))).append(word((long) legs.size()));
        for (var leg : legs) {
            call.append(word(leg.campaignId())).append(word(leg.amount()));
        }
        return call.toString();
    }

    /** 64 hexadecimal digits: numbers to the right, 32 bytes as they are. */
    static String word(Object value) {
        return switch (value) {
            case Address address -> "0".repeat(24) + address.toString().substring(2);
            case CampaignId id -> HexFormat.of().formatHex(id.bytes());
            case Hash hash -> hash.toString().substring(2);
            case byte[] bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, 32));
            case BigInteger number -> digits(number);
            case Number number -> digits(BigInteger.valueOf(number.longValue()));
            default ->
                    throw new IllegalArgumentException("No word for " + value.getClass().getName());
        };
    }

    /** The Keccak-256 of words: how EIP-712 hashes a struct without arrays. */
    static Hash hashOf(Object... words) {
        var text = new StringBuilder();
        for (var word : words) {
            text.append(word(word));
        }
        return Hash.keccak256(HexFormat.of().parseHex(text));
    }

    static Hash hashOf(String text) {
        return Hash.keccak256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String selector(String signature) {
        return hashOf(signature).toString().substring(2, 10);
    }

    private static String digits(BigInteger number) {
        return "%064x".formatted(number);
    }
}
