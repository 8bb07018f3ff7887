package org.urunan.dev;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A landscape painted from a few words, the same each time: {@code dawn sun hills terraces houses}.
 */
final class Painting {

    static final int WIDTH = 1200;
    static final int HEIGHT = 750;
    private static final double HORIZON = HEIGHT * 0.52;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D brush = image.createGraphics();
    private final Palette palette;
    private final Random random;
    private final double sunX;

    private Painting(List<String> words) {
        random = new Random(words.hashCode());
        palette = Palette.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
        sunX = WIDTH * (0.25 + random.nextDouble() * 0.5);
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** A JPEG of {@link #WIDTH} × {@link #HEIGHT}. */
    static byte[] of(String text) throws IOException {
        var words = List.of(text.split(" ", -1));
        var painting = new Painting(words);
        painting.sky();
        var details = new PaintingDetails(painting.brush, painting.palette, painting.random);
        for (var word : words.subList(1, words.size())) {
            switch (word) {
                case "sun" -> painting.sun();
                case "stars" -> details.stars();
                case "clouds" -> details.clouds();
                case "hills" -> painting.hills();
                case "sea" -> painting.sea();
                case "terraces" -> painting.terraces();
                case "shore" -> painting.shore();
                case "trees" -> details.trees();
                case "houses" -> details.houses();
                case "boat" -> details.boat();
                case "bridge" -> details.bridge();
                case "birds" -> details.birds();
                case "mast" -> details.mast();
                case "dome" -> details.dome();
                case "kawung" -> details.kawung();
                default -> throw new IllegalArgumentException("Nobody can paint: " + word);
            }
        }
        painting.brush.dispose();
        return jpeg(painting.image);
    }

    private void sky() {
        brush.setPaint(
                new LinearGradientPaint(
                        0,
                        0,
                        0,
                        (float) HORIZON + 60,
                        new float[] {0f, 0.6f, 1f},
                        new Color[] {palette.zenith, palette.sky, palette.horizon}));
        brush.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    }

    private void sun() {
        var y = HORIZON * (0.45 + random.nextDouble() * 0.3);
        brush.setPaint(
                new RadialGradientPaint(
                        (float) sunX,
                        (float) y,
                        420f,
                        new float[] {0f, 0.25f, 1f},
                        new Color[] {
                            Palette.withAlpha(palette.light, 190),
                            Palette.withAlpha(palette.light, 70),
                            Palette.withAlpha(palette.light, 0)
                        }));
        brush.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        brush.setPaint(palette.light);
        brush.fill(new Ellipse2D.Double(sunX - 46, y - 46, 92, 92));
    }

    private void hills() {
        for (var layer = 0; layer < 5; layer++) {
            var nearness = layer / 5.0;
            var ridge = ridge(HORIZON - 70 + layer * 62.0, 70 - layer * 7.0, 2 + layer * 0.7);
            ground(ridge, palette.land(nearness), palette.land(nearness + 0.13));
        }
    }

    private void sea() {
        var top = Palette.mix(palette.horizon, palette.far, 0.55);
        brush.setPaint(new GradientPaint(0, (float) HORIZON, top, 0, HEIGHT, palette.land(0.72)));
        brush.fill(new Rectangle2D.Double(0, HORIZON, WIDTH, HEIGHT - HORIZON));
        for (var i = 0; i < 240; i++) {
            var depth = Math.pow(random.nextDouble(), 1.6);
            var y = HORIZON + 4 + depth * (HEIGHT - HORIZON);
            var width = 12 + depth * 150 * random.nextDouble();
            var spread = (60 + depth * 200) * random.nextGaussian();
            var x = i % 2 == 0 ? sunX + spread : random.nextDouble() * WIDTH;
            brush.setPaint(Palette.withAlpha(palette.light, i % 2 == 0 ? 70 : 26));
            brush.fill(new Ellipse2D.Double(x - width / 2, y, width, 1.5 + depth * 4));
        }
    }

    private void terraces() {
        for (var layer = 0; layer < 11; layer++) {
            var nearness = 0.1 + layer / 12.0;
            var ridge = ridge(HORIZON + 26 + layer * (14.0 + layer * 1.7), 16 + layer * 2.2, 1.6);
            ground(ridge, palette.land(nearness), palette.land(nearness + 0.1));
            brush.setPaint(Palette.withAlpha(palette.light, 66));
            brush.draw(line(ridge));
            ground(
                    x -> ridge.applyAsDouble(x) + 5 + nearness * 5,
                    Palette.mix(palette.land(nearness), palette.horizon, 0.24),
                    palette.land(nearness));
        }
    }

    private void shore() {
        var ridge = ridge(HEIGHT * 0.83, 26, 1.2);
        var sand = Palette.mix(palette.horizon, palette.near, 0.35);
        ground(ridge, sand, Palette.mix(sand, palette.near, 0.5));
        brush.setPaint(Palette.withAlpha(palette.light, 120));
        brush.draw(line(ridge));
    }

    private void ground(DoubleUnaryOperator ridge, Color top, Color bottom) {
        var shape = line(ridge);
        shape.lineTo(WIDTH, HEIGHT);
        shape.lineTo(0, HEIGHT);
        shape.closePath();
        var from = (float) shape.getBounds2D().getMinY();
        brush.setPaint(new GradientPaint(0, from, top, 0, from + 210, bottom));
        brush.fill(shape);
    }

    private static Path2D.Double line(DoubleUnaryOperator ridge) {
        var line = new Path2D.Double();
        line.moveTo(0, ridge.applyAsDouble(0));
        for (var x = 4; x <= WIDTH; x += 4) {
            line.lineTo(x, ridge.applyAsDouble(x));
        }
        return line;
    }

    /** A sum of waves that does not look like one. */
    private DoubleUnaryOperator ridge(double y, double height, double waves) {
        var phases = random.doubles(4, 0, 2 * Math.PI).toArray();
        return x -> {
            var at = x / WIDTH * 2 * Math.PI * waves / 2;
            return y
                    - height
                            * (0.55 * Math.sin(at + phases[0])
                                    + 0.3 * Math.sin(2.3 * at + phases[1])
                                    + 0.12 * Math.sin(5.1 * at + phases[2])
                                    + 0.05 * Math.sin(11.7 * at + phases[3]));
        };
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0.88f);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
