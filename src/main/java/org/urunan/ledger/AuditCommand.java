package org.urunan.ledger;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.urunan.chain.ChainConfig;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.Endpoints;
import org.urunan.chain.NativeMove;
import org.urunan.chain.RangeAudit;
import org.urunan.chain.RangeAudit.Stored;
import org.urunan.chain.ReadBlock;
import org.urunan.chain.ReaderSettings;
import org.urunan.database.Database;
import org.urunan.database.Position;
import org.urunan.database.Row;
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/**
 * {@code java -jar urunan.jar audit 100 200}: compares what is stored of these blocks, their logs
 * and their native transfers, with what their headers prove, and says what is wrong. Ends with exit
 * code 0 if nothing is, 1 if something is, 2 if it could not be found out.
 */
@Singleton
public final class AuditCommand implements QuarkusApplication {

    /** Its first word on the command line. */
    public static final String NAME = "audit";

    private static final Logger LOG = Logger.getLogger(AuditCommand.class);
    private static final String USAGE =
            "Usage: java -jar urunan.jar audit <first block> <last block>";

    private final Database database;
    private final Endpoints endpoints;
    private final ReaderSettings settings;

    AuditCommand(Database database, Endpoints endpoints, ChainConfig chain, TokenList tokens) {
        this.database = database;
        this.endpoints = endpoints;
        this.settings = ReaderSettings.of(chain, tokens.tokens());
    }

    @Override
    public int run(String... words) {
        if (words.length != 3 || !words[1].matches("\\d{1,15}") || !words[2].matches("\\d{1,15}")) {
            LOG.error(USAGE);
            return 2;
        }
        try {
            return audit(Long.parseLong(words[1]), Long.parseLong(words[2]));
        } catch (ChainFailure e) {
            LOG.errorf("The audit could not be finished: %s", e.getMessage());
            return 2;
        }
    }

    private int audit(long first, long last) {
        var findings =
                new RangeAudit(endpoints, settings, known()).audit(first, last, this::stored);
        findings.forEach(LOG::error);
        LOG.infof(
                "Blocks %d … %d audited: %s",
                first, last, findings.isEmpty() ? "all are right" : findings.size() + " are wrong");
        return findings.isEmpty() ? 0 : 1;
    }

    /** Who is known since which position. */
    private Map<Address, Long> known() {
        var known = new HashMap<Address, Long>();
        database.read(
                        snapshot ->
                                snapshot.list(
                                        "select address, known_from from beneficiary",
                                        row -> Map.entry(row.address(1), row.number(2))))
                .forEach(it -> known.put(it.getKey(), it.getValue()));
        return known;
    }

    private Stored stored(long first, long last) {
        return database.read(
                snapshot ->
                        new Stored(blocks(snapshot, first, last), natives(snapshot, first, last)));
    }

    private static Map<Long, ReadBlock> blocks(Snapshot snapshot, long first, long last) {
        var blocks = new HashMap<Long, ReadBlock>();
        snapshot.list(
                        "select number, hash, time, received from block where number between ? and ?",
                        row ->
                                new ReadBlock(
                                        row.number(1), row.hash(2), row.number(3), row.number(4)),
                        first,
                        last)
                .forEach(block -> blocks.put(block.number(), block));
        return blocks;
    }

    private static List<NativeMove> natives(Snapshot snapshot, long first, long last) {
        var from = Position.startOf(first);
        var to = Position.endOf(last);
        var moves = new ArrayList<NativeMove>();
        moves.addAll(
                snapshot.list(
                        """
                        select e.position, e.tx_hash, d.address, b.address, e.amount
                        from entry e join token t on t.id = e.token
                            join donor d on d.id = e.donor
                            join beneficiary b on b.id = e.beneficiary
                        where e.position between ? and ? and t.address = ?
                        """,
                        row -> move(row, true),
                        from,
                        to,
                        Token.NATIVE));
        moves.addAll(
                snapshot.list(
                        """
                        select o.position, o.tx_hash, b.address, o.to_address, o.amount
                        from outgoing o join token t on t.id = o.token
                            join beneficiary b on b.id = o.beneficiary
                        where o.position between ? and ? and t.address = ?
                        """,
                        row -> move(row, false),
                        from,
                        to,
                        Token.NATIVE));
        return moves;
    }

    private static NativeMove move(Row row, boolean isIncoming) throws SQLException {
        return new NativeMove(
                row.number(1),
                row.hash(2),
                row.address(3),
                row.address(4),
                row.amount(5),
                isIncoming);
    }
}
