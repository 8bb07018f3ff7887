package org.urunan.browser;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** Calldata written by hand, so that tests do not believe the frontend's own encoder. */
final class Abi {

    private Abi() {}

    static String call(String signature, Object... words) {
        var hash = Hash.keccak256(signature.getBytes(StandardCharsets.US_ASCII)).toString();
        var data = new StringBuilder(hash.substring(0, 10));
        for (var word : words) {
            data.append(word(word));
        }
        return data.toString();
    }

    static String topic(String event) {
        return Hash.keccak256(event.getBytes(StandardCharsets.US_ASCII)).toString().substring(2);
    }

    /** The twelve bytes behind a tagged transfer. */
    static String tag(long number) {
        return "%024x".formatted(number);
    }

    static String campaignId(String beneficiary, long number) {
        var id = new CampaignId(Address.parse(beneficiary), BigInteger.valueOf(number));
        return "0x" + java.util.HexFormat.of().formatHex(id.bytes());
    }

    private static String word(Object value) {
        return switch (value) {
            case BigInteger number -> "%064x".formatted(number);
            case Long number -> "%064x".formatted(number);
            case Integer number -> "%064x".formatted(number);
            case String hex when hex.length() == 42 ->
                    "0".repeat(24) + hex.substring(2).toLowerCase(java.util.Locale.ROOT);
            case String hex when hex.length() == 66 -> hex.substring(2);
            default -> throw new IllegalArgumentException("No word: " + value);
        };
    }
}
