package org.urunan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ChainUpdate.Finalised;
import org.urunan.chain.LogPlace;
import org.urunan.chain.ReadBlock;
import org.urunan.database.Database;
import org.urunan.ledger.Ledger;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.ledger.LedgerQuery;
import org.urunan.ledger.LedgerReads;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.TokenList;
import org.urunan.support.TestDatabase;

/**
 * How fast updates become rows: token donations through the contract, each with its Transfer, in
 * ranges, then reading. Arguments: h2 or postgresql, donations (200000), donors (20000).
 */
public final class LedgerBench {

    private static final int CAMPAIGNS = 500;
    private static final int PER_BLOCK = 100;
    private static final int BLOCKS_A_RANGE = 50;
    private static final Address TOKEN = address("token");
    private static final TokenList TOKENS =
            TokenList.of(
                    """
                    {"tokens": [{"chainId": 1, "address": "%s", "symbol": "T", "name": "T", "decimals": 6}]}
                    """
                            .formatted(TOKEN)
                            .getBytes(StandardCharsets.UTF_8),
                    1);

    private final Random random = new Random(1);
    private final List<CampaignId> campaigns = new ArrayList<>();
    private final List<Address> donors = new ArrayList<>();
    private BlockRef last = block(0);

    private LedgerBench(int donorCount) {
        for (var i = 0; i < CAMPAIGNS; i++) {
            campaigns.add(new CampaignId(address("beneficiary" + i / 2), BigInteger.valueOf(i)));
        }
        for (var i = 0; i < donorCount; i++) {
            donors.add(address("donor" + i));
        }
    }

    public static void main(String[] arguments) {
        var kind = TestDatabase.Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var donations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        var donors = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
        var url = System.getProperty("url");
        try (var database = url == null ? TestDatabase.of(kind) : TestDatabase.at(url)) {
            new LedgerBench(donors).run(database, donations);
        }
        System.exit(0);
    }

    private void run(TestDatabase database, int donations) {
        var ledger =
                Ledger.open(
                        new Database(database),
                        new LedgerOrigin(1, address("contract"), TOKENS.hash(), 1, false),
                        TOKENS);
        ledger.apply(announcements());
        var ranges = donations / PER_BLOCK / BLOCKS_A_RANGE;
        var writing = 0L;
        var own = ManagementFactory.getThreadMXBean();
        var cpuBefore = own.getCurrentThreadCpuTime();
        var serverBefore = serverCpu(database);
        var slowest = 0L;
        for (var i = 0; i < ranges; i++) {
            var update = range();
            var start = System.nanoTime();
            ledger.apply(update);
            ledger.apply(new Finalised(update.last()));
            var took = System.nanoTime() - start;
            writing += took;
            slowest = i > ranges / 2 ? Math.max(slowest, took) : 0;
            if ((i + 1) % Math.max(1, ranges / 4) == 0) {
                System.out.printf(
                        "%,d: %.0f ms a range%n", (i + 1) * PER_BLOCK * BLOCKS_A_RANGE, took / 1e6);
            }
        }
        System.out.printf(
                "%,.0f donations/s written (slowest range %.0f ms)%n",
                donations * 1e9 / writing, slowest / 1e6);
        System.out.printf(
                "CPU a donation: %.1f µs here, %.1f µs in the server%n",
                (own.getCurrentThreadCpuTime() - cpuBefore) / 1e3 / donations,
                (serverCpu(database) - serverBefore) * 1e4 / donations);
        read(new LedgerReads(new Database(database), TOKENS));
        if (database.url().contains("postgresql")) {
            size(database, donations);
        }
    }

    private void read(LedgerReads reads) {
        for (var round = 0; round < 3; round++) {
            var start = System.nanoTime();
            for (var i = 0; i < 200; i++) {
                var campaign = campaigns.get(random.nextInt(CAMPAIGNS));
                reads.read(
                        view -> {
                            view.totalsOf(campaign);
                            return view.page(LedgerQuery.newest(50).ofCampaign(campaign));
                        });
            }
            System.out.printf("%.2f ms a campaign page%n", (System.nanoTime() - start) / 200e6);
        }
        var start = System.nanoTime();
        var rows = new long[1];
        reads.read(
                view -> {
                    view.stream(LedgerQuery.newest(500), _ -> rows[0]++);
                    return rows;
                });
        System.out.printf("%,.0f rows/s streamed%n", rows[0] * 1e9 / (System.nanoTime() - start));
    }

    /** In hundredths of a second, of the one connection that writes; 0 for H2. */
    private static long serverCpu(TestDatabase database) {
        if (!database.url().contains("postgresql")) {
            return 0;
        }
        try {
            var pid = database.rows("select pg_backend_pid()").getFirst().getFirst();
            var fields = Files.readString(Path.of("/proc", pid, "stat")).split(" ");
            return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void size(TestDatabase database, int donations) {
        database.execute("vacuum analyze");
        var sum = 0L;
        for (var row :
                database.rows(
                        """
                        select relname, pg_relation_size(c.oid) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where nspname = 'public' and relkind in ('r', 'i') order by 2 desc
                        """)) {
            var bytes = Long.parseLong(row.get(1));
            sum += bytes;
            if (bytes / donations > 0) {
                System.out.printf("  %-28s %4d bytes an entry%n", row.get(0), bytes / donations);
            }
        }
        System.out.printf("%d bytes an entry in all%n", sum / donations);
    }

    private Appended announcements() {
        var block = block(1);
        var logs = new ArrayList<ChainLog>();
        for (var campaign : campaigns) {
            logs.add(new ChainLog.Announced(place(block, 0, logs.size()), campaign, Hash.ZERO));
        }
        return append(List.of(block), logs);
    }

    private Appended range() {
        var blocks = new ArrayList<BlockRef>();
        var logs = new ArrayList<ChainLog>();
        for (var i = 0; i < BLOCKS_A_RANGE; i++) {
            var block = block(last.number() + 1 + i);
            blocks.add(block);
            for (var tx = 0; tx < PER_BLOCK; tx++) {
                var campaign = campaigns.get(random.nextInt(CAMPAIGNS));
                var donor = donors.get(random.nextInt(donors.size()));
                var amount = BigInteger.valueOf(1 + random.nextInt(1_000_000_000));
                logs.add(
                        new ChainLog.Donated(
                                place(block, tx, 2 * tx), campaign, donor, TOKEN, amount));
                logs.add(
                        new ChainLog.Transferred(
                                place(block, tx, 2 * tx + 1),
                                TOKEN,
                                donor,
                                campaign.beneficiary(),
                                amount));
            }
        }
        return append(blocks, logs);
    }

    private Appended append(List<BlockRef> blocks, List<ChainLog> logs) {
        var update =
                new Appended(
                        last,
                        blocks.getLast(),
                        blocks.stream()
                                .map(b -> new ReadBlock(b.number(), b.hash(), 12 * b.number(), 1))
                                .toList(),
                        logs,
                        Map.of(),
                        List.of());
        last = blocks.getLast();
        return update;
    }

    private static LogPlace place(BlockRef block, int tx, int index) {
        var name = ByteBuffer.allocate(12).putLong(block.number()).putInt(tx).array();
        return new LogPlace(block.number(), block.hash(), Hash.sha256(name), tx, index);
    }

    private static BlockRef block(long number) {
        return new BlockRef(
                number, Hash.sha256(("block" + number).getBytes(StandardCharsets.UTF_8)));
    }

    private static Address address(String name) {
        return Address.of(
                Arrays.copyOf(Hash.sha256(name.getBytes(StandardCharsets.UTF_8)).bytes(), 20));
    }
}
