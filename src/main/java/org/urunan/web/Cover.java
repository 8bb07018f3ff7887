package org.urunan.web;

import java.util.List;
import org.urunan.money.Hash;

/** A calm drawn picture for campaigns without one: coins that overlap, as their hash says. */
final class Cover {

    private static final List<List<String>> COLOURS =
            List.of(
                    List.of("#dceae2", "#0c6353", "#e3a72f", "#2f8f6f"),
                    List.of("#fbe8d8", "#a8430e", "#e3a72f", "#d9741f"),
                    List.of("#e3ebf2", "#1d4f73", "#e8b04a", "#4f86a8"),
                    List.of("#f0e6ef", "#64357a", "#e0a04a", "#9a6bb0"),
                    List.of("#f7efd5", "#6b3d12", "#2f8f6f", "#c98b2b"),
                    List.of("#f8e4e0", "#8d2740", "#e3a72f", "#c85a5a"));

    private static final int COINS = 9;

    private Cover() {}

    static String of(Hash hash) {
        var bytes = hash.bytes();
        var colours = COLOURS.get(Byte.toUnsignedInt(bytes[31]) % COLOURS.size());
        var svg =
                new StringBuilder(
                        "<svg class=\"card-picture\" viewBox=\"0 0 160 100\""
                                + " preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\""
                                + " focusable=\"false\"><path fill=\"%s\" d=\"M0 0h160v100H0z\"/>"
                                        .formatted(colours.get(0)));
        for (var coin = 0; coin < COINS; coin++) {
            svg.append(
                    "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" fill-opacity=\"%s\"/>"
                            .formatted(
                                    Byte.toUnsignedInt(bytes[coin]) * 160 / 255,
                                    30 + Byte.toUnsignedInt(bytes[coin + COINS]) * 70 / 255,
                                    8 + (bytes[coin + 2 * COINS] & 31) / 2,
                                    colours.get(1 + coin % 3),
                                    coin % 3 == 0 ? "0.85" : "0.7"));
        }
        return svg.append("</svg>").toString();
    }
}
