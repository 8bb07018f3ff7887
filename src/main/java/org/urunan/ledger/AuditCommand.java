package org.urunan.ledger;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
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
import org.urunan.database.Snapshot;
import org.urunan.money.Address;
import org.urunan.money.Position;
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

    /** Nothing is joined: H2 would go through all entries of the token. */
    private static List<NativeMove> natives(Snapshot snapshot, long first, long last) {
        var moves = new ArrayList<NativeMove>();
        read(
                snapshot,
                """
                select e.position, e.tx_hash, (select address from donor where id = e.donor),
                    (select address from beneficiary where id = e.beneficiary), e.amount,
                    (select address from token where id = e.token)
                from entry e where e.position between ? and ?
                """,
                first,
                last,
                true,
                moves);
        read(
                snapshot,
                """
                select o.position, o.tx_hash,
                    (select address from beneficiary where id = o.beneficiary), o.to_address,
                    o.amount, (select address from token where id = o.token)
                from outgoing o where o.position between ? and ?
                """,
                first,
                last,
                false,
                moves);
        return moves;
    }

    private static void read(
            Snapshot snapshot,
            String sql,
            long first,
            long last,
            boolean isIncoming,
            List<NativeMove> moves) {
        snapshot.each(
                sql,
                row ->
                        row.address(6).equals(Token.NATIVE)
                                && moves.add(
                                        new NativeMove(
                                                row.number(1),
                                                row.hash(2),
                                                row.address(3),
                                                row.address(4),
                                                row.amount(5),
                                                isIncoming)),
                Position.startOf(first),
                Position.endOf(last));
    }
}
