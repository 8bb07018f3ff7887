package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.jboss.logging.Logger;
import org.urunan.ledger.Total;
import org.urunan.money.Hash;

/**
 * Draws the card (1200 × 630) that a link to a campaign shows on other sites. On a server without
 * any font it draws the coins and the bar alone: no letters rather than wrong ones.
 */
@ApplicationScoped
class Cards {

    private static final Logger LOG = Logger.getLogger(Cards.class);
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int TEXT_WIDTH = 760;
    private static final int TITLE_LINES = 4;
    private static final int AT_ONCE = 2;

    private static final Color PAPER = new Color(0xfaf6ef);
    private static final Color INK = new Color(0x20282a);
    private static final Color SOFT = new Color(0x566064);
    private static final Color BRAND = new Color(0x0c6353);
    private static final Color TRACK = new Color(0xe2d9c9);
    private static final List<Color> COINS =
            List.of(
                    new Color(0xd9741f),
                    new Color(0xe3a72f),
                    new Color(0x2f8f6f),
                    new Color(0x14715f),
                    new Color(0xb6452c));

    private final Semaphore drawing = new Semaphore(AT_ONCE);

    /**
     * @return a PNG
     */
    byte[] of(CampaignShown shown, Language language) {
        if (!drawing.tryAcquire()) {
            throw new Refused(503, ErrorMessages::text503);
        }
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            ground(graphics, shown);
            letters(graphics, shown, language);
            return png(image);
        } finally {
            graphics.dispose();
            drawing.release();
        }
    }

    private static void ground(Graphics2D graphics, CampaignShown shown) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        var bytes = Hash.keccak256(shown.id().bytes()).bytes();
        for (var i = 0; i < 14; i++) {
            var color = COINS.get(i % COINS.size());
            graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 200));
            var size = 60 + (bytes[i] & 127);
            graphics.fillOval(
                    900 + Byte.toUnsignedInt(bytes[i + 14]) * 300 / 255 - size / 4,
                    Byte.toUnsignedInt(bytes[31 - i]) * HEIGHT / 255 - size / 2,
                    size,
                    size);
        }
        if (shown.goalToken() != null) {
            graphics.setColor(TRACK);
            graphics.fillRoundRect(MARGIN, 470, TEXT_WIDTH, 22, 22, 22);
            graphics.setColor(BRAND);
            graphics.fillRoundRect(MARGIN, 470, TEXT_WIDTH * shown.bar() / 100, 22, 22, 22);
        }
    }

    /** Fonts are the server's; without any, Java fails in several ways. */
    private static void letters(Graphics2D graphics, CampaignShown shown, Language language) {
        try {
            graphics.setColor(BRAND);
            graphics.setFont(new Font(Font.SERIF, Font.BOLD, 40));
            graphics.drawString("Urunan", MARGIN, 110);
            graphics.setColor(INK);
            title(graphics, titleOf(shown, language));
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
            var main = shown.main();
            if (main != null) {
                graphics.drawString(received(main), MARGIN, 450);
            }
            graphics.setColor(SOFT);
            graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 24));
            graphics.drawString(shown.id().beneficiary().checksummed(), MARGIN, 560);
        } catch (RuntimeException | Error e) {
            LOG.debug("No font on this server; cards have no letters", e);
        }
    }

    private static String titleOf(CampaignShown shown, Language language) {
        var manifest = shown.manifest();
        if (manifest != null) {
            return manifest.title();
        }
        return (language == Language.ID ? "Galang dana " : "Campaign ") + shown.number();
    }

    private static String received(Total total) {
        return (Show.amount(total.amount(), total.token()) + " " + total.token().symbol())
                .replace('\u202f', '\u00a0');
    }

    private static void title(Graphics2D graphics, String title) {
        graphics.setFont(new Font(Font.SERIF, Font.BOLD, 60));
        var y = 200;
        for (var line : lines(title, graphics.getFontMetrics())) {
            graphics.drawString(line, MARGIN, y);
            y += 68;
        }
    }

    private static List<String> lines(String text, FontMetrics metrics) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (metrics.stringWidth(longer) > TEXT_WIDTH && !line.isEmpty()) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines.size() <= TITLE_LINES ? lines : cut(lines.subList(0, TITLE_LINES));
    }

    private static List<String> cut(List<String> lines) {
        var result = new ArrayList<>(lines);
        result.set(result.size() - 1, result.getLast() + " …");
        return result;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
