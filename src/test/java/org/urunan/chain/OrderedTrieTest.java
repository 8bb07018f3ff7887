package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.urunan.money.Hash;

class OrderedTrieTest {

    @Test
    void theEmptyTrieHasTheRootOfTheYellowPaper() {
        assertThat(OrderedTrie.root(List.of()))
                .isEqualTo(
                        Hash.parse(
                                "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"));
    }

    @Test
    void oneLegacyReceiptHasTheRootOfAnEarlyBlock() {
        // A trie of one leaf: hex-prefix of the nibbles 8, 0 (the key 0x80), then the value.
        var value = "one".getBytes(StandardCharsets.US_ASCII);
        var leaf = Rlp.list(Rlp.bytes(new byte[] {0x20, (byte) 0x80}), Rlp.bytes(value));
        assertThat(OrderedTrie.root(List.of(value))).isEqualTo(Hash.keccak256(leaf));
    }

    @Test
    void everyValueItsPlaceAndTheirNumberMatter() {
        var values = new ArrayList<byte[]>();
        for (var i = 0; i < 300; i++) {
            values.add(
                    ("value " + i + " long enough not to be embedded")
                            .getBytes(StandardCharsets.UTF_8));
        }
        var root = OrderedTrie.root(values);
        assertThat(OrderedTrie.root(values.subList(0, 299))).isNotEqualTo(root);
        var swapped = new ArrayList<>(values);
        swapped.set(7, values.get(8));
        swapped.set(8, values.get(7));
        assertThat(OrderedTrie.root(swapped)).isNotEqualTo(root);
        for (var i : List.of(0, 127, 128, 255, 256, 299)) {
            var changed = new ArrayList<>(values);
            changed.set(i, new byte[40]);
            assertThat(OrderedTrie.root(changed)).isNotEqualTo(root);
        }
    }
}
