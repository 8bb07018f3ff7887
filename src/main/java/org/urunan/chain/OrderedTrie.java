package org.urunan.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.urunan.money.Hash;

/**
 * The root of the Merkle-Patricia trie in which a block keeps a list: the key of each value is the
 * RLP of its index (Ethereum yellow paper, 4.3.2 and appendix D). Only the root is computed;
 * nothing is stored.
 */
final class OrderedTrie {

    private static final byte[] EMPTY = Rlp.bytes(new byte[0]);

    private record Leaf(byte[] nibbles, byte[] value) {}

    private OrderedTrie() {}

    static Hash root(List<byte[]> values) {
        if (values.isEmpty()) {
            return Hash.keccak256(EMPTY);
        }
        var leaves = new ArrayList<Leaf>(values.size());
        for (var i = 0; i < values.size(); i++) {
            leaves.add(new Leaf(nibbles(Rlp.number(i)), values.get(i)));
        }
        leaves.sort((a, b) -> Arrays.compare(a.nibbles, b.nibbles));
        return Hash.keccak256(node(leaves, 0));
    }

    /** The RLP of the node under which these leaves hang, whose first nibbles are used up. */
    private static byte[] node(List<Leaf> leaves, int depth) {
        var first = leaves.getFirst();
        if (leaves.size() == 1) {
            return Rlp.list(
                    Rlp.bytes(path(first.nibbles, depth, first.nibbles.length, true)),
                    Rlp.bytes(first.value));
        }
        var shared = sharedNibbles(first.nibbles, leaves.getLast().nibbles, depth);
        if (shared > depth) {
            return Rlp.list(
                    Rlp.bytes(path(first.nibbles, depth, shared, false)),
                    reference(branch(leaves, shared)));
        }
        return branch(leaves, depth);
    }

    /** Keys are RLP, of which none begins another: a branch never has a value of its own. */
    private static byte[] branch(List<Leaf> leaves, int depth) {
        var items = new ArrayList<byte[]>(17);
        var from = 0;
        for (var nibble = 0; nibble < 16; nibble++) {
            var to = from;
            while (to < leaves.size() && leaves.get(to).nibbles[depth] == nibble) {
                to++;
            }
            items.add(from == to ? EMPTY : reference(node(leaves.subList(from, to), depth + 1)));
            from = to;
        }
        items.add(EMPTY);
        return Rlp.list(items);
    }

    private static byte[] reference(byte[] node) {
        return node.length < 32 ? node : Rlp.bytes(Hash.keccak256(node).bytes());
    }

    /** Nibbles packed into bytes behind a flag nibble (hex-prefix encoding). */
    private static byte[] path(byte[] nibbles, int from, int to, boolean isLeaf) {
        var isOdd = (to - from) % 2 == 1;
        var path = new byte[(to - from) / 2 + 1];
        path[0] = (byte) ((isLeaf ? 0x20 : 0) | (isOdd ? 0x10 | nibbles[from] : 0));
        var at = isOdd ? from + 1 : from;
        for (var i = 1; i < path.length; i++, at += 2) {
            path[i] = (byte) (nibbles[at] << 4 | nibbles[at + 1]);
        }
        return path;
    }

    private static int sharedNibbles(byte[] first, byte[] last, int from) {
        var at = from;
        while (at < first.length && at < last.length && first[at] == last[at]) {
            at++;
        }
        return at;
    }

    private static byte[] nibbles(byte[] key) {
        var nibbles = new byte[2 * key.length];
        for (var i = 0; i < key.length; i++) {
            nibbles[2 * i] = (byte) ((key[i] & 0xf0) >> 4);
            nibbles[2 * i + 1] = (byte) (key[i] & 0xf);
        }
        return nibbles;
    }
}
