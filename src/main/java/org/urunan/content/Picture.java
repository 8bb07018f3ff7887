package org.urunan.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.urunan.content.PictureRefused.Kind;

/**
 * Uploaded pictures, decoded and encoded anew, so that what is kept is pixels alone: no position,
 * no camera, no text, no second file behind the first. Memory is bounded by reading the dimensions
 * before anything is decoded, and by skipping pixels of large pictures while decoding.
 */
public final class Picture {

    /** The largest upload, in bytes. */
    public static final int MAX_UPLOAD = 10 * 1024 * 1024;

    /** The largest result, in bytes. */
    public static final int MAX_SIZE = 512 * 1024;

    /** The longer side of a result, in pixels. */
    public static final int MAX_RESULT_SIDE = 1600;

    public static final long MAX_PIXELS = 40_000_000;
    public static final int MAX_SIDE = 20_000;

    /** Progressive JPEGs are held whole, two bytes and more a pixel, by the decoder. */
    public static final long MAX_PROGRESSIVE_PIXELS = 16_000_000;

    // Decoded with up to 8 bytes a pixel: a phone's 12 megapixels in full, larger ones thinned out.
    private static final double MAX_DECODED = 12_500_000;

    private Picture() {}

    /**
     * @param declared the media type the upload came with
     * @return a JPEG or PNG of at most {@link #MAX_SIZE} bytes and {@link #MAX_RESULT_SIDE} pixels
     * @throws PictureRefused if it is no picture, or not one this node takes
     */
    public static byte[] encodeAnew(byte[] upload, String declared) {
        if (upload.length > MAX_UPLOAD) {
            throw new PictureRefused(Kind.TOO_LARGE);
        }
        var type = PictureType.of(upload).orElseThrow(() -> new PictureRefused(Kind.NOT_A_PICTURE));
        if (type == PictureType.WEBP) {
            throw new PictureRefused(Kind.WEBP);
        }
        if (!type.mediaType().equals(declared)) {
            throw new PictureRefused(Kind.OTHER_TYPE);
        }
        return switch (type) {
            case JPEG -> {
                var jpeg = JpegFile.read(upload);
                var pixels = decode(type, jpeg.bytes(), jpeg.isProgressive());
                yield PictureEncoder.encode(pixels, jpeg.orientation(), false);
            }
            case PNG -> PictureEncoder.encode(decode(type, PngFile.reduce(upload), false), 1, true);
            default -> PictureEncoder.encode(decode(type, upload, false), 1, true);
        };
    }

    private static BufferedImage decode(PictureType type, byte[] file, boolean isProgressive) {
        var reader = ImageIO.getImageReadersByFormatName(type.format()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return decode(reader, isProgressive);
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers answer damaged files with exceptions of many kinds.
            throw e instanceof PictureRefused refused
                    ? refused
                    : new PictureRefused(Kind.UNREADABLE, e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, boolean isProgressive)
            throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var pixels = (long) width * height;
        if (width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS) {
            throw new PictureRefused(Kind.TOO_MANY_PIXELS);
        }
        if (isProgressive && pixels > MAX_PROGRESSIVE_PIXELS) {
            throw new PictureRefused(Kind.PROGRESSIVE_TOO_LARGE);
        }
        var step = (int) Math.ceil(Math.sqrt(pixels / MAX_DECODED));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        var isDamaged = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> isDamaged.set(true));
        var image = reader.read(0, parameters);
        if (isDamaged.get()) {
            throw new PictureRefused(Kind.UNREADABLE);
        }
        return image;
    }
}
