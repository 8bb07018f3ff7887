package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.urunan.chain.BlockRef;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Position;

class DigestTest {

    private static final LedgerOrigin ORIGIN =
            new LedgerOrigin(1, address(0x11), hash(0x22), 5, true);

    @Test
    void theExampleOfTheFormatsPageIsWhatIsComputed() throws IOException {
        var entry =
                new NewEntry(
                        Position.ofLog(7, 3),
                        hash(0x44),
                        new CampaignId(address(0x55), BigInteger.ONE),
                        address(0x55),
                        address(0x66),
                        address(0x77),
                        BigInteger.valueOf(1000),
                        Way.TAGGED,
                        false,
                        false);
        var before = ORIGIN.digest();
        var digest = DigestBytes.digest(before, new BlockRef(7, hash(0x33)), List.of(entry));
        assertThat(examples()).containsExactly(before.toString(), digest.toString());
    }

    @Test
    void everyPartOfTheOriginMatters() {
        assertThat(
                        List.of(
                                ORIGIN,
                                new LedgerOrigin(2, address(0x11), hash(0x22), 5, true),
                                new LedgerOrigin(1, address(0x12), hash(0x22), 5, true),
                                new LedgerOrigin(1, address(0x11), hash(0x23), 5, true),
                                new LedgerOrigin(1, address(0x11), hash(0x22), 6, true),
                                new LedgerOrigin(1, address(0x11), hash(0x22), 5, false)))
                .extracting(LedgerOrigin::digest)
                .doesNotHaveDuplicates();
    }

    private static List<String> examples() throws IOException {
        return Pattern.compile("= ([0-9a-f]{64})\n")
                .matcher(Files.readString(Path.of("docs/ledger-format.md")))
                .results()
                .map(found -> "0x" + found.group(1))
                .toList();
    }

    private static Address address(int each) {
        return Address.of(filled(each, 20));
    }

    private static Hash hash(int each) {
        return Hash.of(filled(each, 32));
    }

    private static byte[] filled(int each, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) each);
        return bytes;
    }
}
