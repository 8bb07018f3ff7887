package org.urunan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.AuditDepth;
import org.urunan.chain.ChainConfig;
import org.urunan.chain.ChainReader;
import org.urunan.chain.ChainUpdate;
import org.urunan.chain.Endpoints;
import org.urunan.chain.Patience;
import org.urunan.chain.ReaderSettings;
import org.urunan.chain.Web3jChain;
import org.urunan.database.Database;
import org.urunan.ledger.Ledger;
import org.urunan.ledger.LedgerOrigin;
import org.urunan.ledger.LedgerReads;
import org.urunan.money.Address;
import org.urunan.money.TokenList;

/**
 * Reads a chain into an empty ledger, with reader and ledger wired as in the node. Prints one line
 * of JSON when the head is reached, then waits to be ended. Arguments: {@code rpcUrl= jdbc=
 * contract= tokens= audit= last= [profile=]}
 */
final class Backfill {

    private static final long CHAIN_ID = 31337;

    private final Map<String, String> given;
    private final long began = System.nanoTime();
    private long reading;
    private long storing;
    private int updates;

    private Backfill(Map<String, String> given) {
        this.given = given;
    }

    public static void main(String... args) throws Exception {
        var given = new HashMap<String, String>();
        for (var arg : args) {
            given.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        try (var phases = given.containsKey("profile") ? new Phases() : null) {
            new Backfill(given).run(phases);
        }
    }

    private void run(@Nullable Phases phases) throws Exception {
        var tokens = TokenList.read(Path.of(given.get("tokens")), CHAIN_ID);
        var config = config();
        try (var client = client();
                var source = Databases.open(given.get("jdbc"))) {
            var database = new Database(source);
            var contract = Address.parse(given.get("contract"));
            var origin = new LedgerOrigin(CHAIN_ID, contract, tokens.hash(), 0, false);
            var ledger = Ledger.open(database, origin, tokens);
            var settings = ReaderSettings.of(config, tokens.tokens());
            try (var reader =
                    new ChainReader(endpoints(client, config), settings, ledger.resume())) {
                var last = Long.parseLong(given.get("last"));
                var isDone = false;
                for (var cursor = -1L; !isDone; ) {
                    var start = System.nanoTime();
                    var update = reader.next();
                    var read = System.nanoTime();
                    ledger.apply(update);
                    reading += read - start;
                    storing += System.nanoTime() - read;
                    updates++;
                    if (update instanceof ChainUpdate.Appended appended) {
                        cursor = appended.last().number();
                    }
                    isDone = update instanceof ChainUpdate.UpToDate && cursor >= last;
                }
            }
            tell(new LedgerReads(database, tokens), phases);
            var _ = System.in.read();
        }
    }

    private void tell(LedgerReads reads, @Nullable Phases phases) throws Exception {
        var samples = phases == null ? "" : "; " + phases.tell();
        var donations =
                reads.read(view -> view.totalsOfEverything()).stream()
                        .mapToLong(total -> total.donations())
                        .sum();
        var wall = System.nanoTime() - began;
        System.out.printf(
                "{\"donations\": %d, \"phases\": \"%d updates; the ledger's thread waited for the chain %d %% and stored %d %% of %.2f s%s\"}%n",
                donations,
                updates,
                100 * reading / wall,
                100 * storing / wall,
                wall / 1e9,
                samples);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static Endpoints endpoints(HttpClient client, ChainConfig config) {
        var url = config.rpcUrls().getFirst();
        var chain = new Web3jChain(client, url, config.timeout(), config.finalityDepth());
        return new Endpoints(List.of(chain), CHAIN_ID, Patience.USUAL, Clock.systemUTC());
    }

    private ChainConfig config() {
        return new Config(
                URI.create(given.get("rpcUrl")),
                given.get("contract"),
                AuditDepth.valueOf(given.get("audit").toUpperCase(Locale.ROOT)));
    }

    /** The node's own reading of its configuration is no part of what is measured. */
    private record Config(URI rpcUrl, String contract, AuditDepth audit) implements ChainConfig {

        @Override
        public long id() {
            return CHAIN_ID;
        }

        @Override
        public List<URI> rpcUrls() {
            return List.of(rpcUrl);
        }

        @Override
        public long startBlock() {
            return 0;
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(500);
        }

        @Override
        public Optional<URI> wakeUrl() {
            return Optional.empty();
        }

        @Override
        public boolean nativeBlocks() {
            return false;
        }

        @Override
        public OptionalInt finalityDepth() {
            return OptionalInt.empty();
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int topicsPerRequest() {
            return 500;
        }

        @Override
        public int batchSize() {
            return 50;
        }
    }
}
