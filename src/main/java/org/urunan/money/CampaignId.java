package org.urunan.money;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * What a donation is for: the beneficiary's address (high 20 bytes) and the beneficiary's own
 * number (low 12 bytes, uint96). The id is the destination, so no registry can redirect it.
 *
 * @param number 0 … 2^96 − 1
 */
public record CampaignId(Address beneficiary, BigInteger number) implements Comparable<CampaignId> {

    private static final int NUMBER_BYTES = 12;

    public static final BigInteger HIGHEST_NUMBER =
            BigInteger.ONE.shiftLeft(8 * NUMBER_BYTES).subtract(BigInteger.ONE);

    public CampaignId {
        if (number.signum() < 0 || number.bitLength() > 8 * NUMBER_BYTES) {
            throw new IllegalArgumentException(
                    "A campaign number is between 0 and 2^96 - 1: " + number);
        }
    }

    /**
     * @throws IllegalArgumentException if there are not exactly 32 bytes
     */
    public static CampaignId of(byte[] bytes) {
        var word = Bytes.copyOf("A campaign id", bytes, 32);
        return new CampaignId(
                Address.of(Arrays.copyOf(word, 20)),
                new BigInteger(1, Arrays.copyOfRange(word, 20, 32)));
    }

    /**
     * The form of URLs and the API: {@code {beneficiary}/{number}}, the number in decimal without
     * leading zeros.
     *
     * @throws IllegalArgumentException with a sentence for people if it is anything else
     */
    public static CampaignId parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "A campaign is written {beneficiary}/{number}, for example 0xab…/1.");
        }
        return of(Address.parse(text.substring(0, slash)), text.substring(slash + 1));
    }

    /**
     * @throws IllegalArgumentException with a sentence for people if the number is not decimal
     *     digits in range
     */
    public static CampaignId of(Address beneficiary, String number) {
        if (!number.matches("0|[1-9][0-9]{0,28}")) {
            throw new IllegalArgumentException(
                    "A campaign number is a whole number without leading zeros.");
        }
        return new CampaignId(beneficiary, new BigInteger(number));
    }

    /** The 32 bytes as the contract has them. */
    public byte[] bytes() {
        var id = Arrays.copyOf(beneficiary.bytes(), 32);
        var tag = numberBytes();
        System.arraycopy(tag, 0, id, 20, NUMBER_BYTES);
        return id;
    }

    /** The twelve bytes of the number, big-endian: the tag behind a tagged transfer's calldata. */
    public byte[] numberBytes() {
        var minimal = number.toByteArray();
        var tag = new byte[NUMBER_BYTES];
        var length = Math.min(minimal.length, NUMBER_BYTES);
        System.arraycopy(minimal, minimal.length - length, tag, NUMBER_BYTES - length, length);
        return tag;
    }

    @Override
    public int compareTo(CampaignId other) {
        var byBeneficiary = beneficiary.compareTo(other.beneficiary);
        return byBeneficiary != 0 ? byBeneficiary : number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return beneficiary + "/" + number;
    }
}
