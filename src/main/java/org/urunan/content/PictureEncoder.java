package org.urunan.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels as the smallest file that looks right: turned upright, scaled down, JPEG or PNG. */
final class PictureEncoder {

    private static final float[] QUALITIES = {0.85f, 0.75f, 0.6f};
    private static final double SMALLER = 0.75;

    private PictureEncoder() {}

    /**
     * @param orientation EXIF's, 1 … 8
     * @param isGraphic whether PNG may be smaller: drawings, screenshots
     */
    static byte[] encode(BufferedImage decoded, int orientation, boolean isGraphic) {
        var image = upright(scaled(decoded, Picture.MAX_RESULT_SIDE), orientation);
        while (true) {
            var file = smallest(image, isGraphic);
            if (file.length <= Picture.MAX_SIZE) {
                return file;
            }
            var side = Math.max(image.getWidth(), image.getHeight());
            image = scaled(image, Math.max(1, (int) (side * SMALLER)));
        }
    }

    private static byte[] smallest(BufferedImage image, boolean isGraphic) {
        if (isTransparent(image)) {
            return png(image);
        }
        var jpeg = jpeg(image, QUALITIES[0]);
        if (isGraphic) {
            var png = png(image);
            return png.length <= jpeg.length ? png : jpeg;
        }
        for (var i = 1; i < QUALITIES.length && jpeg.length > Picture.MAX_SIZE; i++) {
            jpeg = jpeg(image, QUALITIES[i]);
        }
        return jpeg;
    }

    /**
     * Halved again and again, so that each pixel of the result is a mean of those it stands for.
     */
    private static BufferedImage scaled(BufferedImage source, int longSide) {
        var side = Math.max(source.getWidth(), source.getHeight());
        var target = Math.min(1.0, (double) longSide / side);
        var image = source;
        var factor = 1.0;
        do {
            factor = Math.max(target, factor / 2);
            var width = Math.max(1, (int) Math.round(source.getWidth() * factor));
            var height = Math.max(1, (int) Math.round(source.getHeight() * factor));
            var transform =
                    AffineTransform.getScaleInstance(
                            (double) width / image.getWidth(), (double) height / image.getHeight());
            image = drawn(image, width, height, transform);
        } while (factor > target);
        return image;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        var w = image.getWidth();
        var h = image.getHeight();
        var transform =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(0, -1, 1, 0, 0, w);
                };
        return orientation >= 5 ? drawn(image, h, w, transform) : drawn(image, w, h, transform);
    }

    private static BufferedImage drawn(
            BufferedImage image, int width, int height, AffineTransform transform) {
        var hasAlpha = image.getColorModel().hasAlpha();
        var type = hasAlpha ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_RGB;
        var result = new BufferedImage(width, height, type);
        var graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (var pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] png(BufferedImage image) {
        var type = isTransparent(image) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return write(plain(image, type), "png", 1);
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        return write(plain(image, BufferedImage.TYPE_INT_RGB), "jpeg", quality);
    }

    private static BufferedImage plain(BufferedImage image, int type) {
        if (image.getType() == type) {
            return image;
        }
        var result = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = result.createGraphics();
        try {
            if (type == BufferedImage.TYPE_INT_RGB) {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            }
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static byte[] write(BufferedImage image, String format, float quality) {
        var file = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory is written to, so this cannot happen", e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
