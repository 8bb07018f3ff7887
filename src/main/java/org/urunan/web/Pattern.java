package org.urunan.web;

import java.util.List;
import org.urunan.money.Hash;

/**
 * A small deterministic picture of a hash: a mirrored 5 × 5 weave in two colours. It is drawn with
 * attributes alone, because no page may have inline styles.
 */
final class Pattern {

    /** Ground and thread; each pair is told apart without colour as well. */
    private static final List<String[]> COLOURS =
            List.of(
                    new String[] {"#0c6353", "#f0cf7a"},
                    new String[] {"#f3dcc0", "#a8430e"},
                    new String[] {"#1f3f66", "#e8b04a"},
                    new String[] {"#e4eee0", "#2b6b3c"},
                    new String[] {"#5b2a48", "#f2b8a0"},
                    new String[] {"#f5e6b8", "#6b3d12"},
                    new String[] {"#7a1f2b", "#f4d9c6"},
                    new String[] {"#dce9f0", "#1d4f73"},
                    new String[] {"#3a3a34", "#e6c65c"},
                    new String[] {"#efe0ee", "#64357a"},
                    new String[] {"#16525c", "#f2a36b"},
                    new String[] {"#f7e3e0", "#8d2740"});

    private static final int CELLS = 5;
    private static final int HALF = 3;

    private Pattern() {}

    static String of(Hash hash) {
        var bytes = hash.bytes();
        var colours = COLOURS.get(Byte.toUnsignedInt(bytes[31]) % COLOURS.size());
        var svg =
                new StringBuilder(
                        "<svg class=\"pattern\" viewBox=\"0 0 50 50\" aria-hidden=\"true\""
                                + " focusable=\"false\"><path fill=\"%s\" d=\"M0 0h50v50H0z\"/><g fill=\"%s\">"
                                        .formatted(colours[0], colours[1]));
        for (var row = 0; row < CELLS; row++) {
            for (var column = 0; column < HALF; column++) {
                var shape = bytes[row * HALF + column] & 7;
                cell(svg, shape, column, row);
                if (column < CELLS - HALF) {
                    cell(svg, shape, CELLS - 1 - column, row);
                }
            }
        }
        return svg.append("</g></svg>").toString();
    }

    /** Of eight shapes three are empty, so that the ground shows. */
    private static void cell(StringBuilder svg, int shape, int column, int row) {
        var x = column * 10;
        var y = row * 10;
        switch (shape) {
            case 0, 1 -> svg.append("<path d=\"M%d %dh10v10h-10z\"/>".formatted(x, y));
            case 2, 3 -> svg.append("<path d=\"M%d %dl5 5-5 5-5-5z\"/>".formatted(x + 5, y));
            case 4 -> svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"3\"/>".formatted(x + 5, y + 5));
            default -> {}
        }
    }
}
