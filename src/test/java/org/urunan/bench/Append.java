package org.urunan.bench;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.LogPlace;
import org.urunan.chain.ReadBlock;
import org.urunan.database.Database;
import org.urunan.ledger.Ledger;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.TokenList;

/**
 * What it costs to store donations alone, without a chain: blocks of 100 made-up donations, each
 * with its {@code Transfer}, so many blocks in one update. {@code Append <jdbc url> <donations>
 * <blocks an update> [profile]}
 */
final class Append {

    private static final Address CONTRACT = Address.parse("0x" + "c0".repeat(20));
    private static final Address TOKEN = Address.parse("0x" + "70".repeat(20));
    private static final int CAMPAIGNS = 500;
    private static final int DONORS = 10_000;
    private static final int A_BLOCK = 100;
    private static final TokenList TOKENS =
            TokenList.of(
                    """
                    {"name": "Bench", "tokens": [{"chainId": 31337, "address": "%s", "symbol": "DEV",
                     "name": "Development Token", "decimals": 18}]}
                    """
                            .formatted(TOKEN)
                            .getBytes(StandardCharsets.UTF_8),
                    31337);

    private final Ledger ledger;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<CampaignId> campaigns = new ArrayList<>();
    private BlockRef cursor;

    private Append(Ledger ledger) {
        this.ledger = ledger;
        var known = ledger.resume().cursor();
        this.cursor = known == null ? new BlockRef(-1, Hash.ZERO) : known;
        for (var i = 0; i < CAMPAIGNS; i++) {
            campaigns.add(new CampaignId(address(1, i / 2), BigInteger.valueOf(i % 2)));
        }
    }

    public static void main(String... args) throws Exception {
        var donations = Integer.parseInt(args[1]);
        var blocks = Integer.parseInt(args[2]);
        try (var source = Databases.open(args[0]);
                var phases = new Phases()) {
            var origin = new LedgerOrigin(31337, CONTRACT, TOKENS.hash(), 0, false);
            var append = new Append(Ledger.open(new Database(source), origin, TOKENS));
            append.announce();
            append.run(donations, blocks);
            if (args.length > 3) {
                System.out.println(phases.tell());
            }
        }
    }

    private void run(int donations, int blocks) {
        var chunk = donations / 5;
        var began = System.nanoTime();
        var times = new ArrayList<Long>();
        var done = 0;
        for (var next = chunk; done < donations; ) {
            var update = update(blocks);
            var start = System.nanoTime();
            ledger.apply(update);
            times.add(System.nanoTime() - start);
            done += blocks * A_BLOCK;
            if (done >= next) {
                next += chunk;
                times.sort(null);
                System.out.printf(
                        "%,9d donations: %,7.0f a second, an update of %d p50 %.1f ms, p95 %.1f ms%n",
                        done,
                        times.size()
                                * blocks
                                * A_BLOCK
                                * 1e9
                                / times.stream().mapToLong(each -> each).sum(),
                        blocks * A_BLOCK,
                        times.get(times.size() / 2) / 1e6,
                        times.get(times.size() * 95 / 100) / 1e6);
                times.clear();
            }
        }
        ledger.apply(new ChainUpdate.Finalised(cursor));
        System.out.printf("%,d donations in %.2f s%n", done, (System.nanoTime() - began) / 1e9);
    }

    private void announce() {
        if (cursor.number() >= 0) {
            return;
        }
        var block = block(0);
        var logs = new ArrayList<ChainLog>();
        for (var campaign : campaigns) {
            logs.add(
                    new ChainLog.Announced(
                            new LogPlace(0, block.hash(), hash(3, logs.size()), 0, logs.size()),
                            campaign,
                            hash(2, logs.size())));
        }
        apply(List.of(block), logs);
    }

    private void apply(List<ReadBlock> blocks, List<ChainLog> logs) {
        ledger.apply(appended(blocks, logs));
    }

    private ChainUpdate update(int size) {
        var blocks = new ArrayList<ReadBlock>();
        var logs = new ArrayList<ChainLog>();
        for (var number = cursor.number() + 1; blocks.size() < size; number++) {
            var block = block(number);
            blocks.add(block);
            for (var i = 0; i < A_BLOCK; i++) {
                donate(block, i, logs);
            }
        }
        return appended(blocks, logs);
    }

    private ChainUpdate.Appended appended(List<ReadBlock> blocks, List<ChainLog> logs) {
        var parent = cursor;
        cursor = blocks.getLast().ref();
        return new ChainUpdate.Appended(parent, cursor, blocks, logs, Map.of(), List.of());
    }

    private void donate(ReadBlock block, int txIndex, List<ChainLog> logs) {
        var txHash = hash(4, block.number() * A_BLOCK + txIndex);
        var campaign = campaigns.get(random.nextInt(CAMPAIGNS));
        var donor = address(5, random.nextInt(DONORS));
        var amount =
                BigInteger.valueOf(random.nextLong(1, 10_000)).multiply(BigInteger.TEN.pow(16));
        logs.add(
                new ChainLog.Donated(
                        new LogPlace(block.number(), block.hash(), txHash, txIndex, 2 * txIndex),
                        campaign,
                        donor,
                        TOKEN,
                        amount));
        logs.add(
                new ChainLog.Transferred(
                        new LogPlace(
                                block.number(), block.hash(), txHash, txIndex, 2 * txIndex + 1),
                        TOKEN,
                        donor,
                        campaign.beneficiary(),
                        amount));
    }

    private static ReadBlock block(long number) {
        return new ReadBlock(number, hash(1, number), 1_767_225_600 + 12 * number, number);
    }

    private static Hash hash(int kind, long number) {
        return Hash.sha256(ByteBuffer.allocate(12).putInt(kind).putLong(number).array());
    }

    private static Address address(int kind, long number) {
        return Address.of(Arrays.copyOf(hash(kind, number).bytes(), 20));
    }
}
