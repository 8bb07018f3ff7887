package org.urunan.ledger;

import static org.urunan.ledger.Books.BEFORE;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.UNLISTED;
import static org.urunan.support.ChainScript.address;
import static org.urunan.support.ChainScript.hash;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.ChainScript;
import org.urunan.support.ScannedRows;
import org.urunan.support.TestDatabase.Kind;

/**
 * A ledger of any size in which one campaign is quiet: of its few gifts one is old and the others
 * are not final yet. Everything else grows: entries, blocks, days, donors, campaigns, what is sent
 * on and what does not count. All but the last ten blocks is final.
 */
final class GrownLedger implements AutoCloseable {

    static final Address SITI = address("siti");
    static final Address TANI = address("tani");
    static final Address BUDI = address("budi");
    static final CampaignId BUSY = new CampaignId(SITI, BigInteger.ONE);
    static final CampaignId QUIET = new CampaignId(TANI, BigInteger.ONE);

    /** With the quiet campaign's old gift. */
    static final long OLD_BLOCK = 100;

    static final Hash OLD_TX = hash("tx", "main", OLD_BLOCK, 1);

    private static final int A_BLOCK = 5;

    /** Half a day. */
    private static final int BETWEEN_BLOCKS = 3_600;

    private final Books books;
    private final ScannedRows scanned;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    final Database database;
    final BlockRef finalised;
    final BlockRef head;

    GrownLedger(Kind kind, int entries) {
        this.books = new Books(kind);
        this.finalised = writeHistory(entries);
        this.head = writeRecent();
        books.database.execute("analyze");
        this.scanned = new ScannedRows(books.database);
        this.database = new Database(scanned.source());
    }

    private BlockRef writeHistory(int entries) {
        var script = ChainScript.after(BEFORE, "main").blockAt(OLD_BLOCK);
        script.tx().announce(BUSY).announce(QUIET);
        script.tx().donation(QUIET, BUDI, COCOA, 5).transfer(COCOA, BUDI, TANI, 5);
        for (var i = 0; i < entries; i++) {
            if (i % A_BLOCK == 0) {
                script.blockAt(script.ref().number() + BETWEEN_BLOCKS);
            }
            script.tx().transfer(DOLLAR, address("donor" + i / 3), SITI, i + 1);
            if (i % 10 == 0) {
                var other = new CampaignId(address("other" + i), BigInteger.ONE);
                script.tx().announce(other).transfer(DOLLAR, BUDI, other.beneficiary(), 1);
                script.tx().transfer(DOLLAR, SITI, BUDI, 1).donation(BUSY, BUDI, UNLISTED, 5);
            }
        }
        books.ledger.apply(script.appended());
        books.ledger.resume(); // and so with all indexes
        books.ledger.apply(new Finalised(script.ref()));
        while (new Tally(new Database(books.database)).proceed().isEmpty()) {
            // the next piece
        }
        return script.ref();
    }

    private BlockRef writeRecent() {
        var script = ChainScript.after(finalised, "main");
        for (var i = 0; i < 10; i++) {
            script.block();
            script.tx().transfer(DOLLAR, address("donor" + i), SITI, 7);
            script.tx().transfer(COCOA, BUDI, TANI, 1);
            script.tx().transfer(COCOA, TANI, SITI, 1);
        }
        books.ledger.apply(script.appended());
        return script.ref();
    }

    /** Does something, and counts the rows that each of its statements goes through. */
    void count(String what, Runnable doing) {
        scanned.taken();
        doing.run();
        scanned.taken()
                .forEach(
                        (sql, rows) -> counts.put(what + ": " + sql.replaceAll("\\s+", " "), rows));
    }

    Map<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() {
        books.close();
    }
}
