package org.urunan.dev;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** What stands in a painted landscape, and a batik pattern. */
final class PaintingDetails {

    private static final int WIDTH = Painting.WIDTH;
    private static final int HEIGHT = Painting.HEIGHT;

    private final Graphics2D brush;
    private final Palette palette;
    private final Random random;

    PaintingDetails(Graphics2D brush, Palette palette, Random random) {
        this.brush = brush;
        this.palette = palette;
        this.random = random;
    }

    void stars() {
        for (var i = 0; i < 260; i++) {
            var size = 0.8 + Math.pow(random.nextDouble(), 6) * 3.4;
            brush.setPaint(Palette.withAlpha(palette.light, 70 + random.nextInt(170)));
            brush.fill(
                    new Ellipse2D.Double(
                            random.nextDouble() * WIDTH,
                            Math.pow(random.nextDouble(), 1.3) * HEIGHT * 0.5,
                            size,
                            size));
        }
    }

    void clouds() {
        for (var cloud = 0; cloud < 7; cloud++) {
            var x = random.nextDouble() * WIDTH;
            var y = 50 + random.nextDouble() * HEIGHT * 0.3;
            for (var puff = 0; puff < 16; puff++) {
                var width = 90 + random.nextDouble() * 150;
                brush.setPaint(Palette.withAlpha(palette.light, 17));
                brush.fill(
                        new Ellipse2D.Double(
                                x + random.nextGaussian() * 85,
                                y + random.nextGaussian() * 8,
                                width,
                                width * 0.2));
            }
        }
    }

    void trees() {
        for (var i = 0; i < 46; i++) {
            var nearness = i / 46.0;
            var height = 34 + nearness * 120 + random.nextDouble() * 26;
            var foot = HEIGHT * (0.66 + nearness * 0.36);
            tree(random.nextDouble() * WIDTH, foot, height, palette.land(0.4 + nearness * 0.6));
        }
    }

    private void tree(double x, double foot, double height, Color leaves) {
        brush.setPaint(palette.near);
        brush.setStroke(new BasicStroke((float) (height * 0.045)));
        for (var root = -2; root <= 2; root++) {
            brush.draw(
                    new QuadCurve2D.Double(
                            x,
                            foot - height * 0.4,
                            x + root * height * 0.05,
                            foot - height * 0.22,
                            x + root * height * 0.1,
                            foot));
        }
        for (var puff = 0; puff < 9; puff++) {
            var size = height * (0.26 + random.nextDouble() * 0.22);
            brush.setPaint(Palette.mix(leaves, palette.horizon, random.nextDouble() * 0.16));
            brush.fill(
                    new Ellipse2D.Double(
                            x + random.nextGaussian() * height * 0.17 - size / 2,
                            foot - height * (0.5 + random.nextDouble() * 0.42) - size / 2,
                            size,
                            size * 0.86));
        }
    }

    void houses() {
        var x = 60 + random.nextDouble() * 120;
        while (x < WIDTH - 120) {
            var width = 74 + random.nextDouble() * 56;
            house(x, HEIGHT * (0.74 + random.nextDouble() * 0.08), width);
            x += width * (1.4 + random.nextDouble() * 0.9);
        }
        brush.setPaint(palette.near);
        brush.fill(new Rectangle2D.Double(0, HEIGHT * 0.87, WIDTH, HEIGHT));
    }

    private void house(double x, double top, double width) {
        var roof = new Path2D.Double();
        roof.moveTo(x - width * 0.16, top);
        roof.quadTo(x + width * 0.3, top - width * 0.2, x + width * 0.5, top - width * 0.56);
        roof.quadTo(x + width * 0.7, top - width * 0.2, x + width * 1.16, top);
        roof.closePath();
        brush.setPaint(Palette.mix(palette.near, palette.sky, 0.42));
        brush.fill(new Rectangle2D.Double(x, top - 1, width, HEIGHT - top));
        brush.setPaint(Palette.mix(palette.near, palette.sky, 0.12));
        brush.fill(roof);
        brush.setPaint(Palette.withAlpha(palette.light, 215));
        var window = width * 0.15;
        brush.fill(new Rectangle2D.Double(x + width * 0.2, top + 12, window, window * 1.2));
        brush.fill(new Rectangle2D.Double(x + width * 0.62, top + 12, window, window * 1.2));
    }

    void dome() {
        var x = WIDTH * 0.5;
        var top = HEIGHT * 0.66;
        brush.setPaint(palette.near);
        brush.fill(new Rectangle2D.Double(x - 150, top, 300, HEIGHT));
        brush.fill(new Arc2D.Double(x - 95, top - 92, 190, 190, 0, 180, Arc2D.PIE));
        brush.fill(new Rectangle2D.Double(x - 3, top - 132, 6, 50));
        brush.fill(new Ellipse2D.Double(x - 9, top - 146, 18, 18));
        brush.setPaint(Palette.withAlpha(palette.light, 205));
        for (var arch = -2; arch <= 2; arch++) {
            var left = x + arch * 54 - 14;
            brush.fill(new Arc2D.Double(left, top + 28, 28, 40, 0, 180, Arc2D.PIE));
            brush.fill(new Rectangle2D.Double(left, top + 47, 28, 44));
        }
    }

    void boat() {
        var x = WIDTH * (0.3 + random.nextDouble() * 0.35);
        var y = HEIGHT * 0.72;
        var hull = new Path2D.Double();
        hull.moveTo(x - 150, y - 26);
        hull.quadTo(x, y + 26, x + 150, y - 34);
        hull.quadTo(x + 110, y + 46, x, y + 46);
        hull.quadTo(x - 110, y + 44, x - 150, y - 26);
        var sail = new Path2D.Double();
        sail.moveTo(x + 6, y - 250);
        sail.quadTo(x + 135, y - 120, x + 110, y - 34);
        sail.lineTo(x + 6, y - 12);
        sail.closePath();
        brush.setPaint(Palette.mix(palette.light, palette.horizon, 0.35));
        brush.fill(sail);
        brush.setPaint(palette.near);
        brush.fill(new Rectangle2D.Double(x - 2, y - 256, 7, 280));
        brush.fill(hull);
        brush.setPaint(Palette.withAlpha(palette.near, 60));
        brush.fill(new Ellipse2D.Double(x - 130, y + 40, 260, 18));
    }

    void bridge() {
        var y = HEIGHT * 0.62;
        brush.setPaint(palette.near);
        brush.setStroke(new BasicStroke(5f));
        brush.draw(new QuadCurve2D.Double(-20, y - 150, WIDTH / 2.0, y + 130, WIDTH + 20, y - 150));
        brush.setStroke(new BasicStroke(12f));
        brush.draw(new QuadCurve2D.Double(-20, y - 10, WIDTH / 2.0, y + 150, WIDTH + 20, y - 10));
        brush.setStroke(new BasicStroke(2f));
        for (var i = 1; i < 48; i++) {
            var t = i / 48.0;
            var sag = 2 * t * (1 - t);
            var x = (int) (-20 + t * (WIDTH + 40));
            brush.drawLine(x, (int) (y - 150 + sag * 280), x, (int) (y - 10 + sag * 160));
        }
    }

    void birds() {
        brush.setPaint(Palette.withAlpha(palette.near, 190));
        for (var i = 0; i < 9; i++) {
            var x = WIDTH * (0.2 + random.nextDouble() * 0.6);
            var y = HEIGHT * (0.12 + random.nextDouble() * 0.2);
            var span = 9 + random.nextDouble() * 13;
            brush.setStroke(new BasicStroke((float) (span / 8)));
            brush.draw(
                    new QuadCurve2D.Double(
                            x - span, y - span / 3, x - span / 3, y - span / 2, x, y));
            brush.draw(
                    new QuadCurve2D.Double(
                            x, y, x + span / 3, y - span / 2, x + span, y - span / 3));
        }
    }

    void mast() {
        var x = (int) (WIDTH * 0.68);
        var top = (int) (HEIGHT * 0.2);
        var foot = (int) (HEIGHT * 0.74);
        brush.setPaint(palette.near);
        brush.setStroke(new BasicStroke(4f));
        brush.drawLine(x, top, x - 34, foot);
        brush.drawLine(x, top, x + 34, foot);
        brush.setStroke(new BasicStroke(2f));
        for (var step = 1; step < 12; step++) {
            var y = top + (foot - top) * step / 12;
            var half = 34 * step / 12;
            brush.drawLine(x - half, y, x + half + 3, y + 30);
            brush.drawLine(x + half, y, x - half - 3, y + 30);
        }
        for (var wave = 1; wave <= 4; wave++) {
            brush.setPaint(Palette.withAlpha(palette.light, 200 - wave * 40));
            brush.setStroke(new BasicStroke(3f));
            var size = wave * 58.0;
            brush.draw(
                    new Arc2D.Double(
                            x - size / 2, top - size / 2, size, size, -38, 76, Arc2D.OPEN));
            brush.draw(
                    new Arc2D.Double(
                            x - size / 2, top - size / 2, size, size, 142, 76, Arc2D.OPEN));
        }
    }

    /** The batik pattern of palm fruit: four ovals around each point of a grid. */
    void kawung() {
        brush.setPaint(palette.near);
        brush.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        var step = 150.0;
        for (var row = -1; row * step / 2 < HEIGHT + step; row++) {
            for (var column = -1; column * step < WIDTH + step; column++) {
                var x = column * step + (row % 2 == 0 ? 0 : step / 2);
                fruit(x, row * step / 2, step);
            }
        }
    }

    private void fruit(double x, double y, double step) {
        var fade = Math.hypot(x - WIDTH * 0.35, y - HEIGHT * 0.35) / WIDTH;
        var canvas = (Graphics2D) brush.create();
        canvas.translate(x, y);
        canvas.rotate(Math.PI / 4);
        for (var petal = 0; petal < 4; petal++) {
            canvas.setPaint(Palette.mix(palette.horizon, palette.far, fade * 1.15));
            canvas.fill(new Ellipse2D.Double(step * 0.03, -step * 0.105, step * 0.43, step * 0.21));
            canvas.setPaint(Palette.mix(palette.sky, palette.near, 0.25 + fade * 0.4));
            canvas.fill(new Ellipse2D.Double(step * 0.1, -step * 0.045, step * 0.29, step * 0.09));
            canvas.rotate(Math.PI / 2);
        }
        canvas.setPaint(palette.light);
        canvas.fill(new Ellipse2D.Double(-step * 0.02, -step * 0.02, step * 0.04, step * 0.04));
        canvas.dispose();
    }
}
