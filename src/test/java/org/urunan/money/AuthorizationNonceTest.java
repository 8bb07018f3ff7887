package org.urunan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthorizationNonceTest {

    private static final BigInteger LARGEST = BigInteger.TWO.pow(96).subtract(BigInteger.ONE);

    @Test
    void isTheNumberThenTheRandomPartThenEightZeroBytes() {
        var nonce = new AuthorizationNonce(BigInteger.valueOf(7), BigInteger.valueOf(0x5eed));
        assertThat(nonce.toHash())
                .hasToString("0x000000000000000000000007000000000000000000005eed0000000000000000");
    }

    @Test
    void holdsTheLargestParts() {
        assertThat(new AuthorizationNonce(LARGEST, LARGEST).toHash())
                .hasToString("0xffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000");
    }

    @Test
    void readsWhatItWrote() {
        var random = new Random(3009);
        for (var i = 0; i < 1_000; i++) {
            var nonce =
                    new AuthorizationNonce(new BigInteger(96, random), new BigInteger(96, random));
            assertThat(AuthorizationNonce.read(nonce.toHash())).contains(nonce);
        }
    }

    @Test
    void doesNotReadANonceWithoutEightZeroBytes() {
        var hash = "0x000000000000000000000007000000000000000000005eed%016x";
        for (var bit = 0; bit < 64; bit++) {
            var nonce = Hash.parse(hash.formatted(1L << bit));
            assertThat(AuthorizationNonce.read(nonce)).as(nonce.toString()).isEmpty();
        }
    }

    @Test
    void refusesPartsThatDoNotFit() {
        var tooLarge = LARGEST.add(BigInteger.ONE);
        var negative = BigInteger.ONE.negate();
        assertThatThrownBy(() -> new AuthorizationNonce(tooLarge, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A campaign number is between 0 and 2^96 - 1: " + tooLarge);
        assertThatThrownBy(() -> new AuthorizationNonce(BigInteger.ONE, negative))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The random part of a nonce is between 0 and 2^96 - 1: -1");
    }
}
