package org.urunan.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.content.Cid;
import org.urunan.database.Database;
import org.urunan.ledger.Ledger;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.ledger.LedgerReads;
import org.urunan.ledger.LedgerView;
import org.urunan.money.Address;
import org.urunan.money.Amount;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/**
 * A ledger with a little of everything, written by the real {@link Ledger}: texts in both
 * languages, hostile ones, one that is missing; open, closed, moved; every way of giving, gifts
 * that are in no total, and what did not count. Filled once a database.
 */
public final class SampleLedger {

    public static final Address CONTRACT =
            Address.parse("0x00000000000000000000000000000000000d0a7e");
    public static final Address USDC = Address.parse("0x00000000000000000000000000000000000005dc");
    public static final Address IDRX = Address.parse("0x0000000000000000000000000000000000001d20");
    public static final Address FAKE_TOKEN = ChainScript.address("fake token");
    public static final Address SCHOOL = ChainScript.address("school");
    public static final Address CLINIC = ChainScript.address("clinic");
    public static final Address HOSTILE = ChainScript.address("hostile");
    public static final Address DONOR = ChainScript.address("donor");

    public static final CampaignId BOOKS = id(SCHOOL, 1);
    public static final CampaignId ROOF = id(SCHOOL, 2);
    public static final CampaignId CLOSED = id(CLINIC, 1);
    public static final CampaignId MOVED = id(CLINIC, 2);
    public static final CampaignId WITHOUT_TEXT = id(ChainScript.address("quiet"), 7);
    public static final CampaignId NASTY = id(HOSTILE, 3);

    public static final int BLOCKS_A_DAY = 7_200;
    public static final int BOOKS_DONATIONS = 60;
    public static final int ENTRIES = 67;

    /** How often {@link #SCHOOL} paid a bookshop. */
    public static final int SPENT = 25;

    /** What {@link #BOOKS} received of USDC, base units: 1 + 2 + … + 60 USDC and a little. */
    public static final BigInteger BOOKS_USDC = BigInteger.valueOf(1_830_000_060L);

    private static final String MANIFEST =
            """
            {"version":1,"language":"%s","title":"%s","summary":"%s","story":"%s",\
            "category":"%s","place":"%s"%s,"pictures":[%s],"links":[%s]}""";

    private final Database database;
    private final Ledger ledger;
    private BlockRef cursor = new BlockRef(0, Hash.ZERO);
    private Hash fakeGift = Hash.ZERO;
    private Hash firstGift = Hash.ZERO;
    private Hash newestGift = Hash.ZERO;
    private Hash announcement = Hash.ZERO;

    private SampleLedger(Database database, TokenList tokens) {
        this.database = database;
        var origin = new LedgerOrigin(31337, CONTRACT, tokens.hash(), 1, true);
        this.ledger = Ledger.open(database, origin, tokens);
    }

    /** Fills the database unless it has been filled. */
    public static SampleLedger in(Database database, TokenList tokens) {
        synchronized (SampleLedger.class) {
            var sample = new SampleLedger(database, tokens);
            var reads = new LedgerReads(database, tokens);
            var isFilled = !reads.read(LedgerView::asOf).hash().equals(Hash.ZERO);
            sample.write(isFilled);
            return sample;
        }
    }

    /** A transaction whose {@code Donation} names a token that nobody listed. */
    public Hash fakeGift() {
        return fakeGift;
    }

    /** The first gift to {@link #BOOKS}, final. */
    public Hash firstGift() {
        return firstGift;
    }

    /** The newest gift, not final. */
    public Hash newestGift() {
        return newestGift;
    }

    public Hash announcement() {
        return announcement;
    }

    private void write(boolean isFilled) {
        var script = announcements();
        var school = donations(script);
        others(school);
        if (!isFilled) {
            ledger.apply(script.appended());
            cursor = script.ref();
            ledger.apply(new Finalised(cursor));
        }
        cursor = script.ref();
        var live = live();
        if (!isFilled) {
            reconcile(USDC, 5_000_000, 4_000_000);
            reconcile(IDRX, null, 1_000);
            reconcile(Token.NATIVE, 0, 2_000_000);
            ledger.apply(live.appended());
        }
    }

    /** As if the chain had said so. */
    private void reconcile(Address token, @Nullable Integer opening, int balance) {
        database.write(
                change ->
                        change.change(
                                """
                                insert into reconciliation (beneficiary, token, block_number,
                                    block_hash, opening, received, sent, balance)
                                select b.id, t.id, c.finalised_number, c.finalised_hash,
                                    cast(? as numeric), 3000000, 1000000, ?
                                from beneficiary b, token t, cursor c
                                where b.address = ? and t.address = ?
                                """,
                                opening == null ? null : BigInteger.valueOf(opening),
                                BigInteger.valueOf(balance),
                                SCHOOL,
                                token));
    }

    private ChainScript announcements() {
        var script = ChainScript.after(cursor, "sample").blockAt(10).tx();
        script.announce(BOOKS, keep(books()));
        announcement = script.txHash();
        script.tx().announce(CLOSED, keep(plain("en", "Vaccines for the valley", "health")));
        script.tx().announce(MOVED, keep(plain("en", "A well in Lembata", "environment")));
        script.tx().announce(NASTY, keep(nasty()));
        script.tx().announce(WITHOUT_TEXT, ChainScript.hash("nobody has this"));
        script.blockAt(20).tx().move(MOVED, ROOF);
        return script;
    }

    private ChainScript donations(ChainScript script) {
        for (var i = 1; i <= BOOKS_DONATIONS; i++) {
            var donor = i % 3 == 0 ? DONOR : ChainScript.address("donor " + i % 17);
            script.blockAt(30 + (long) i * BLOCKS_A_DAY / 2).tx();
            script.transfer(USDC, donor, SCHOOL, i * 1_000_000L + 1);
            script.call(USDC, new byte[0]);
            firstGift = i == 1 ? script.txHash() : firstGift;
        }
        script.block().tx().announce(ROOF, keep(plain("id", "Atap baru untuk kelas", "education")));
        return script;
    }

    private void others(ChainScript script) {
        script.block().tx().donation(CLOSED, DONOR, IDRX, 1_250_000_00);
        script.transfer(IDRX, DONOR, CLINIC, 1_250_000_00);
        script.tx().close(CLOSED);
        script.block().tx().donation(CLOSED, DONOR, IDRX, 500);
        script.transfer(IDRX, DONOR, CLINIC, 500);
        // With two campaigns open, a plain transfer belongs to neither.
        script.block().tx().transfer(USDC, DONOR, SCHOOL, 7_000_000);
        script.block().tx().transfer(USDC, SCHOOL, SCHOOL, 999_000_000);
        script.block().tx().donation(BOOKS, DONOR, FAKE_TOKEN, 1_000);
        fakeGift = script.txHash();
        script.tx().donation(NASTY, DONOR, IDRX, 1);
        script.transfer(IDRX, DONOR, HOSTILE, Amount.MAX);
        script.block();
        for (var i = 1; i <= SPENT; i++) {
            script.tx().transfer(USDC, SCHOOL, ChainScript.address("bookshop"), i * 1_000_000L);
        }
        script.block().tx().pay(DONOR, SCHOOL, 250_000_000_000_000_000L, BOOKS.numberBytes());
    }

    private ChainScript live() {
        var script = ChainScript.after(cursor, "sample").block().tx();
        script.donation(ROOF, DONOR, IDRX, 75_000_00).transfer(IDRX, DONOR, SCHOOL, 75_000_00);
        newestGift = script.txHash();
        return script.block().block();
    }

    private static CampaignId id(Address beneficiary, long number) {
        return new CampaignId(beneficiary, BigInteger.valueOf(number));
    }

    private String books() {
        return MANIFEST.formatted(
                "id",
                "Buku untuk sekolah di Sumba",
                "Tiga ratus buku cerita untuk anak-anak SD di Waingapu.",
                "## Mengapa\\n\\nAnak-anak membaca **buku yang sama** berulang kali.\\n\\n* Bahasa\\n* Alam",
                "education",
                "Waingapu, Sumba Timur",
                ",\"goal\":{\"token\":\"%s\",\"amount\":\"2500000000\"},\"endDate\":\"2030-12-31\""
                        .formatted(USDC.checksummed()),
                "\"%s\"".formatted(picture()),
                "{\"label\":\"Sekolah kami\",\"url\":\"https://sekolah.example/buku\"}");
    }

    private static String nasty() {
        var hostile =
                "=cmd|' /C calc'!A0 <script>alert(1)</script> \\\"><img src=x onerror=alert(2)>";
        return MANIFEST.formatted(
                "en",
                "=1+1 <script>alert(1)</script> \\\"'&amp;]]>",
                hostile,
                "<script>alert(3)</script>\\n\\n[x](javascript:alert(4)) ![y](https://evil.example/p.png)\\n\\n<img src=x onerror=alert(5)>",
                "other",
                "<b>nowhere</b>",
                "",
                "",
                "{\"label\":\"<i>label</i>\",\"url\":\"https://evil.example/?a=%22%3E\"}");
    }

    private static String plain(String language, String title, String category) {
        return MANIFEST.formatted(
                language,
                title,
                "A summary of one line for " + title + ".",
                "A story.",
                category,
                "Lembata",
                ",\"goal\":{\"token\":\"%s\",\"amount\":\"100000000000\"}"
                        .formatted(IDRX.checksummed()),
                "",
                "");
    }

    private Hash keep(String manifest) {
        var bytes = manifest.getBytes(StandardCharsets.UTF_8);
        var hash = keep(bytes);
        SampleTexts.index(database, hash, bytes);
        return hash;
    }

    private Hash keep(byte[] bytes) {
        var hash = Cid.of(bytes).hash();
        database.write(
                change ->
                        change.change(
                                """
                                insert into content (hash, size, bytes, added, expires)
                                values (?, ?, ?, 0, null) on conflict do nothing
                                """,
                                hash,
                                bytes.length,
                                bytes));
        return hash;
    }

    private Cid picture() {
        var image = new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x2f8f6f));
        graphics.fillRect(0, 0, 64, 40);
        graphics.setColor(new Color(0xe3a72f));
        graphics.fillOval(20, 8, 24, 24);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cid(keep(bytes.toByteArray()));
    }
}
