package org.urunan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.content.PictureRefused.Kind;

class PictureTest {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    @Test
    void aPhotographBecomesASmallJpeg() throws IOException {
        var result = Picture.encodeAnew(jpeg(noise(4000, 3000), false), JPEG);
        assertThat(result.length).isLessThanOrEqualTo(Picture.MAX_SIZE);
        assertThat(PictureType.of(result)).contains(PictureType.JPEG);
        var image = read(result);
        assertThat(image.getWidth()).isBetween(400, 1600);
        assertThat((double) image.getWidth() / image.getHeight()).isBetween(1.32, 1.35);
    }

    @Test
    void smallPicturesKeepTheirSizeAndColours() throws IOException {
        var result = read(Picture.encodeAnew(png(quarters(64, 48)), PNG));
        assertThat(result.getWidth()).isEqualTo(64);
        assertThat(result.getHeight()).isEqualTo(48);
        assertColours(result, Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @Test
    void drawingsStayPngAndTransparencyIsKept() throws IOException {
        var image = new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_ARGB);
        image.createGraphics().fillRect(0, 0, 1000, 1000);
        var file = Picture.encodeAnew(png(image), PNG);
        assertThat(PictureType.of(file)).contains(PictureType.PNG);
        var result = read(file);
        assertThat(result.getWidth()).isEqualTo(1600);
        assertThat(result.getRGB(100, 100) >>> 24).isEqualTo(0xff);
        assertThat(result.getRGB(1500, 100) >>> 24).isZero();
    }

    @Test
    void transparentNoiseIsMadeSmallerUntilItFits() throws IOException {
        var image = new BufferedImage(1600, 1600, BufferedImage.TYPE_INT_ARGB);
        var random = new Random(1);
        for (var i = 0; i < 1600 * 1600; i++) {
            image.setRGB(i % 1600, i / 1600, random.nextInt());
        }
        var file = Picture.encodeAnew(png(image), PNG);
        assertThat(file.length).isLessThanOrEqualTo(Picture.MAX_SIZE);
        assertThat(read(file).getWidth()).isGreaterThan(200);
    }

    @Test
    void greyPicturesKeepTheirBrightness() throws IOException {
        var grey = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < 2500; i++) {
            grey.getRaster().setSample(i % 50, i / 50, 0, 128);
        }
        for (var result :
                new byte[][] {
                    Picture.encodeAnew(jpeg(grey, false), JPEG), Picture.encodeAnew(png(grey), PNG)
                }) {
            assertThat(read(result).getRGB(25, 25) & 0xff).isBetween(124, 132);
        }
    }

    @Test
    void gifBecomesAStillPicture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(quarters(40, 40), "gif", file);
        var result = Picture.encodeAnew(file.toByteArray(), "image/gif");
        assertThat(PictureType.of(result).orElseThrow()).isIn(PictureType.JPEG, PictureType.PNG);
        assertColours(read(result), Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @Test
    void progressiveJpegsAreRead() throws IOException {
        var result = read(Picture.encodeAnew(jpeg(quarters(160, 160), true), JPEG));
        assertColours(result, Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void picturesAreTurnedUprightBeforeExifIsDropped(int orientation) throws IOException {
        var file = withExif(jpeg(quarters(160, 80), false), orientation);
        var encoded = Picture.encodeAnew(file, JPEG);
        var result = read(encoded);
        assertThat(result.getWidth()).isEqualTo(orientation >= 5 ? 80 : 160);
        // Where the four quarters of the stored picture belong, row by row (EXIF 2.32, 4.6.4).
        var r = Color.RED;
        var g = Color.GREEN;
        var b = Color.BLUE;
        var y = Color.YELLOW;
        var expected =
                new Color[][] {
                    {r, g, b, y}, {g, r, y, b}, {y, b, g, r}, {b, y, r, g},
                    {r, b, g, y}, {b, r, y, g}, {y, g, b, r}, {g, y, r, b}
                };
        assertColours(result, expected[orientation - 1]);
        assertThat(text(encoded)).doesNotContain("Exif").doesNotContain("GPS-here");
    }

    @Test
    void nothingBesidesPixelsSurvives() throws IOException {
        var jpeg = jpeg(quarters(80, 80), false);
        var comment = segment(0xFE, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        var profile = segment(0xE2, "ICC_PROFILE\0SECRET".getBytes(StandardCharsets.ISO_8859_1));
        var hostile = join(head(jpeg), comment, profile, tail(jpeg), "PK\3\4SECRET".getBytes());
        assertThat(text(Picture.encodeAnew(hostile, JPEG)))
                .doesNotContain("script")
                .doesNotContain("SECRET");

        var png = png(quarters(80, 80));
        var withText =
                join(
                        Arrays.copyOf(png, 33),
                        chunk("tEXt", "Comment\0SECRET".getBytes(StandardCharsets.ISO_8859_1)),
                        Arrays.copyOfRange(png, 33, png.length),
                        "<html>SECRET".getBytes(StandardCharsets.UTF_8));
        assertThat(text(Picture.encodeAnew(withText, PNG))).doesNotContain("SECRET");
    }

    @Test
    void pixelFloodsAreRefusedUndecoded() {
        assertRefused(Kind.TOO_MANY_PIXELS, () -> Picture.encodeAnew(bomb(10_000, 10_000), PNG));
        assertRefused(Kind.TOO_MANY_PIXELS, () -> Picture.encodeAnew(bomb(30_000, 10), PNG));
        assertRefused(
                Kind.TOO_MANY_PIXELS, () -> Picture.encodeAnew(bomb(Integer.MAX_VALUE, 2), PNG));
        var gif =
                "GIF89a\u00ff\u00ff\u00ff\u00ff\u0000\u0000\u0000,\u0000\u0000\u0000\u0000"
                        .concat("\u00ff\u00ff\u00ff\u00ff\u0000\u0002\u0001\u0000\u0000;")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Kind.TOO_MANY_PIXELS, () -> Picture.encodeAnew(gif, "image/gif"));
    }

    @Test
    void fortyMegapixelsAreDecodedInBoundedMemory() throws IOException {
        var file = bomb(6_300, 6_300);
        System.gc();
        var runtime = Runtime.getRuntime();
        var before = runtime.totalMemory() - runtime.freeMemory();
        var result = read(Picture.encodeAnew(file, PNG));
        var after = runtime.totalMemory() - runtime.freeMemory();
        assertThat(Math.max(result.getWidth(), result.getHeight())).isEqualTo(1600);
        // In full it would be 159 MB as four bytes a pixel, besides what scaling takes.
        assertThat(after - before).isLessThan(150_000_000);
    }

    @Test
    void progressiveJpegsHaveALowerLimitAndFewScans() throws IOException {
        var file = jpeg(new BufferedImage(4_100, 4_100, BufferedImage.TYPE_BYTE_GRAY), true);
        assertRefused(Kind.PROGRESSIVE_TOO_LARGE, () -> Picture.encodeAnew(file, JPEG));

        var small = jpeg(quarters(16, 16), true);
        var scan = Arrays.copyOfRange(small, indexOf(small, 0xDA), small.length - 2);
        var bomb = new ByteArrayOutputStream();
        bomb.write(small, 0, small.length - 2);
        for (var i = 0; i < 100; i++) {
            bomb.writeBytes(scan);
        }
        bomb.write(small, small.length - 2, 2);
        assertRefused(Kind.UNREADABLE, () -> Picture.encodeAnew(bomb.toByteArray(), JPEG));
    }

    @Test
    void truncatedPicturesAreRefused() throws IOException {
        for (var progressive : new boolean[] {false, true}) {
            var jpeg = jpeg(noise(200, 200), progressive);
            for (var length : new int[] {4, 100, 700, jpeg.length / 2, jpeg.length - 3}) {
                var cut = Arrays.copyOf(jpeg, length);
                assertRefused(Kind.TRUNCATED, () -> Picture.encodeAnew(cut, JPEG));
            }
        }
        var png = png(noise(200, 200));
        for (var length : new int[] {8, 20, 60, png.length / 2, png.length - 1}) {
            var cut = Arrays.copyOf(png, length);
            assertRefused(Kind.TRUNCATED, () -> Picture.encodeAnew(cut, PNG));
        }
    }

    @Test
    void damagedPicturesAreRefusedOrReadButNeverBreakAnything() throws IOException {
        var random = new Random(7);
        var originals =
                new byte[][] {
                    jpeg(noise(60, 60), false), jpeg(noise(60, 60), true), png(noise(60, 60))
                };
        for (var round = 0; round < 1_500; round++) {
            var file = originals[round % originals.length].clone();
            for (var i = random.nextInt(8); i >= 0; i--) {
                file[3 + random.nextInt(file.length - 3)] = (byte) random.nextInt();
            }
            try {
                var type = PictureType.of(file).map(PictureType::mediaType).orElse(JPEG);
                assertThat(Picture.encodeAnew(file, type).length).isPositive();
            } catch (PictureRefused e) {
                assertThat(e.kind()).isNotNull();
            }
        }
    }

    @Test
    void whatIsNoPictureOrClaimsToBeAnotherIsRefused() throws IOException {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        for (var text : new String[] {svg, "<?xml?>" + svg, "BM000000", "II*\0", "%PDF-1.7", ""}) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertRefused(Kind.NOT_A_PICTURE, () -> Picture.encodeAnew(bytes, PNG));
        }
        var webp = "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Kind.WEBP, () -> Picture.encodeAnew(webp, "image/webp"));
        var png = png(quarters(8, 8));
        assertRefused(Kind.OTHER_TYPE, () -> Picture.encodeAnew(png, JPEG));
        assertRefused(
                Kind.NOT_A_PICTURE, () -> Picture.encodeAnew(svg.getBytes(), "image/svg+xml"));
        var large = new byte[Picture.MAX_UPLOAD + 1];
        assertRefused(Kind.TOO_LARGE, () -> Picture.encodeAnew(large, PNG));
    }

    private static void assertRefused(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PictureRefused.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static void assertColours(BufferedImage image, Color... quarters) {
        for (var i = 0; i < 4; i++) {
            var x = image.getWidth() * (i % 2 == 0 ? 1 : 3) / 4;
            var y = image.getHeight() * (i < 2 ? 1 : 3) / 4;
            var actual = new Color(image.getRGB(x, y));
            var off =
                    Math.abs(actual.getRed() - quarters[i].getRed())
                            + Math.abs(actual.getGreen() - quarters[i].getGreen())
                            + Math.abs(actual.getBlue() - quarters[i].getBlue());
            assertThat(off).as("quarter %d is %s", i, actual).isLessThan(30);
        }
    }

    private static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        var graphics = image.createGraphics();
        for (var i = 0; i < 4; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(width);
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                row[x] = random.nextInt();
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, boolean isProgressive) throws IOException {
        var file = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.6f);
            if (isProgressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** A PNG of one colour with few bytes, whatever its size. */
    private static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2);
        var deflater = new Deflater(1);
        var data = new ByteArrayOutputStream();
        if ((long) width * height <= Picture.MAX_PIXELS && width <= Picture.MAX_SIDE) {
            var row = new byte[width * 3 + 1];
            var buffer = new byte[65_536];
            for (var y = 0; y <= height; y++) {
                if (y == height) {
                    deflater.finish();
                } else {
                    deflater.setInput(row);
                }
                for (var n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
                    data.write(buffer, 0, n);
                }
            }
        }
        deflater.end();
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", data.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(64);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put("GPS-here".getBytes(StandardCharsets.ISO_8859_1));
        return join(head(jpeg), segment(0xE1, exif.array()), tail(jpeg));
    }

    private static byte[] segment(int marker, byte[] payload) {
        return ByteBuffer.allocate(payload.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .array();
    }

    /** The start marker and the JFIF segment. */
    private static byte[] head(byte[] jpeg) {
        return Arrays.copyOf(jpeg, 20);
    }

    private static byte[] tail(byte[] jpeg) {
        return Arrays.copyOfRange(jpeg, 20, jpeg.length);
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (var i = 0; ; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker) {
                return i;
            }
        }
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
