package org.urunan.ledger.independent;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.money.Hash;

/** The digests of docs/ledger-format.md, once more from its wording. */
final class DigestRows {

    private static final List<String> WAYS =
            List.of("contract", "authorization", "tagged", "direct");

    private final byte[] first;

    DigestRows(LedgerOrigin origin) {
        this.first =
                sha256(
                        List.of(
                                "urunan-ledger-1".getBytes(StandardCharsets.US_ASCII),
                                number(origin.chainId(), 8),
                                origin.contract().bytes(),
                                origin.tokenListHash().bytes(),
                                number(origin.startBlock(), 8),
                                number(origin.readsNatives() ? 1 : 0, 1)));
    }

    List<String> of(List<Entry> entries, Map<Long, Hash> blocks, long finalised) {
        var byBlock =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        e -> Places.blockOf(e.position()),
                                        TreeMap::new,
                                        Collectors.toList()));
        var digest = first;
        var rows = new ArrayList<String>();
        for (var block : byBlock.headMap(finalised, true).entrySet()) {
            var parts = new ArrayList<byte[]>();
            parts.add(digest);
            parts.add(number(block.getKey(), 8));
            parts.add(blocks.get(block.getKey()).bytes());
            block.getValue().forEach(entry -> parts.addAll(canonical(entry)));
            digest = sha256(parts);
            rows.add(block.getKey() + " " + Hash.of(digest));
        }
        return rows;
    }

    private static List<byte[]> canonical(Entry e) {
        var campaign = e.campaign() == null ? new byte[32] : e.campaign().bytes();
        return List.of(
                number(Places.logIndex(e.position()), 4),
                e.tx().bytes(),
                e.beneficiary().bytes(),
                number(e.campaign() == null ? 0 : 1, 1),
                Arrays.copyOfRange(campaign, 20, 32),
                e.donor().bytes(),
                e.token().bytes(),
                big(e.amount()),
                number(WAYS.indexOf(e.way()), 1),
                number((e.self() ? 1 : 0) + (e.afterClosing() ? 2 : 0), 1));
    }

    private static byte[] number(long value, int length) {
        return Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(value).array(), 8 - length, 8);
    }

    private static byte[] big(BigInteger value) {
        var hex = value.toString(16);
        return HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex);
    }

    private static byte[] sha256(List<byte[]> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
