package org.urunan.ledger;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.urunan.chain.ChainConfig;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.Endpoints;
import org.urunan.chain.RangeAudit;
import org.urunan.chain.ReadBlock;
import org.urunan.chain.ReaderSettings;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.TokenList;

/**
 * {@code java -jar urunan.jar audit 100 200}: compares what is stored of these blocks with what
 * their headers prove, and says what is wrong. Ends with exit code 0 if nothing is, 1 if something
 * is, 2 if it could not be found out.
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
        var blocks = new HashMap<Long, ReadBlock>();
        var audit = new RangeAudit(endpoints, settings, stored(first, last, blocks));
        var findings = audit.audit(first, last, blocks::get);
        findings.forEach(LOG::error);
        LOG.infof(
                "Blocks %d … %d audited: %s",
                first, last, findings.isEmpty() ? "all are right" : findings.size() + " are wrong");
        return findings.isEmpty() ? 0 : 1;
    }

    /** Fills in the blocks; returns who is known since which position. */
    private Map<Address, Long> stored(long first, long last, Map<Long, ReadBlock> blocks) {
        return database.read(
                snapshot -> {
                    snapshot.list(
                                    """
                                    select number, hash, time, received from block
                                    where number between ? and ?
                                    """,
                                    row ->
                                            new ReadBlock(
                                                    row.number(1),
                                                    row.hash(2),
                                                    row.number(3),
                                                    row.number(4)),
                                    first,
                                    last)
                            .forEach(block -> blocks.put(block.number(), block));
                    var known = new HashMap<Address, Long>();
                    snapshot.list(
                                    "select address, known_from from beneficiary",
                                    row -> Map.entry(row.address(1), row.number(2)))
                            .forEach(it -> known.put(it.getKey(), it.getValue()));
                    return known;
                });
    }
}
