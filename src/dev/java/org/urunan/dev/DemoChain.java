package org.urunan.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.urunan.money.Address;

/**
 * What {@code bin/dev} runs beside the node:
 *
 * <pre>
 * prepare RPC FOLDER        deploys the tokens and writes FOLDER/tokens.json, before the node starts
 * fill    RPC FOLDER NODE   gives the node campaigns and the chain ninety days of donations
 * live    RPC FOLDER        gives now and then, until it is stopped
 * </pre>
 *
 * Run from the repository, after {@code contracts} was built.
 */
public final class DemoChain {

    private static final Path COMPILED = Path.of("contracts", "out");
    private static final long CHAIN_ID = 31337;
    private static final int SEED = 20260817;
    private static final int BLOCK_SECONDS = 3;
    private static final int MEAN_SECONDS_BETWEEN_GIFTS = 45;

    private DemoChain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var chain = new DevChain(arguments[1]);
        var folder = Path.of(arguments[2]);
        var tokens = DevTokens.on(chain, COMPILED);
        switch (arguments[0]) {
            case "prepare" -> tokens.writeList(folder.resolve("tokens.json"), CHAIN_ID);
            case "fill" -> fill(chain, tokens, arguments[3]);
            case "live" -> live(chain, tokens);
            default -> throw new IllegalArgumentException("Unknown command " + arguments[0]);
        }
    }

    private static void fill(DevChain chain, DevTokens tokens, String node)
            throws IOException, InterruptedException {
        var random = new Random(SEED);
        try (var uploads = new NodeUploads(node)) {
            new DemoHistory(chain, donations(), tokens, random, gifts(chain, random))
                    .happen(uploads);
        }
    }

    private static void live(DevChain chain, DevTokens tokens)
            throws IOException, InterruptedException {
        var random = new Random();
        chain.openEveryAccount();
        chain.catchUpWithClock();
        chain.mineEvery(BLOCK_SECONDS);
        var giving = new DemoGiving(tokens, gifts(chain, random), random);
        var open =
                DemoCampaign.all(chain.accounts()).stream()
                        .filter(campaign -> campaign.isOpenOn(DemoHistory.DAYS))
                        .toList();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.sleep(1000L * (10 + random.nextInt(2 * MEAN_SECONDS_BETWEEN_GIFTS - 20)));
            giving.give(giving.anyDonor(), open, giving.chosenOf(open));
        }
    }

    private static Gifts gifts(DevChain chain, Random random) throws IOException {
        return new Gifts(chain, donations(), chain.accounts().getFirst(), random);
    }

    private static Address donations() throws IOException {
        var deployment = Files.readString(COMPILED.resolve("deployment.json"));
        return Address.parse(new ObjectMapper().readTree(deployment).get("address").asText());
    }
}
