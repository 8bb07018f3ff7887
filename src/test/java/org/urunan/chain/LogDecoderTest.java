package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A token may write anything under an event's name: only its standard's exact form is that event.
 */
class LogDecoderTest {

    private static final Address TOKEN = Address.parse("0x" + "77".repeat(20));
    private static final LogPlace PLACE = new LogPlace(7, hash("33"), hash("44"), 0, 3);
    private static final Hash DONOR = address("00", "66");
    private static final Hash BENEFICIARY = address("00", "55");
    private static final byte[] AMOUNT = hash("01").bytes();

    @Test
    void aTransferHasTwoAddressesAndAnAmount() {
        assertThat(decoded(AMOUNT, LogDecoder.TRANSFER, DONOR, BENEFICIARY))
                .isEqualTo(
                        new ChainLog.Transferred(
                                PLACE,
                                TOKEN,
                                Address.parse("0x" + "66".repeat(20)),
                                Address.parse("0x" + "55".repeat(20)),
                                new BigInteger(1, AMOUNT)));
    }

    @Test
    void whatIndexesMoreOrLessIsNoTransfer() {
        var none = new byte[0];
        assertThat(decoded(none, LogDecoder.TRANSFER, DONOR, BENEFICIARY, hash("01"))).isNull();
        assertThat(decoded(AMOUNT, LogDecoder.TRANSFER, DONOR)).isNull();
        assertThat(decoded(AMOUNT, LogDecoder.TRANSFER)).isNull();
    }

    @Test
    void otherDataThanOneAmountIsNoTransfer() {
        assertThat(decoded(new byte[31], LogDecoder.TRANSFER, DONOR, BENEFICIARY)).isNull();
        assertThat(decoded(new byte[33], LogDecoder.TRANSFER, DONOR, BENEFICIARY)).isNull();
    }

    @Test
    void aTopicThatIsNoAddressIsNoAddress() {
        assertThat(decoded(AMOUNT, LogDecoder.TRANSFER, address("10", "66"), BENEFICIARY)).isNull();
        assertThat(decoded(AMOUNT, LogDecoder.TRANSFER, DONOR, address("01", "55"))).isNull();
        var nonce = hash("22");
        assertThat(decoded(new byte[0], LogDecoder.AUTHORIZATION_USED, address("01", "66"), nonce))
                .isNull();
    }

    @Test
    void anAuthorizationUsedHasNoData() {
        var nonce = hash("22");
        assertThat(decoded(new byte[0], LogDecoder.AUTHORIZATION_USED, DONOR, nonce)).isNotNull();
        assertThat(decoded(new byte[1], LogDecoder.AUTHORIZATION_USED, DONOR, nonce)).isNull();
    }

    private static @Nullable ChainLog decoded(byte[] data, Hash... topics) {
        return LogDecoder.decode(PLACE, TOKEN, List.of(topics), data);
    }

    private static Hash hash(String octet) {
        return Hash.parse("0x" + octet.repeat(32));
    }

    /** The first byte of the padding, and the byte that the address repeats. */
    private static Hash address(String padding, String octet) {
        return Hash.parse("0x" + padding + "00".repeat(11) + octet.repeat(20));
    }
}
