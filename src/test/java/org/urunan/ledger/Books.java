package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.database.Database;
import org.urunan.ledger.independent.IndependentLedger;
import org.urunan.money.Address;
import org.urunan.money.Token;
import org.urunan.money.TokenList;
import org.urunan.support.ChainScript;
import org.urunan.support.TestDatabase;

/** A ledger on a database of its own, for tests: three listed tokens, started at block 100. */
final class Books implements AutoCloseable {

    static final Address NATIVE = Token.NATIVE;
    static final Address DOLLAR = ChainScript.address("dollar");
    static final Address COCOA = ChainScript.address("cocoa");
    static final Address UNLISTED = ChainScript.address("unlisted");
    static final long CHAIN_ID = 31337;
    static final BlockRef BEFORE = ChainScript.block(99, "main");

    static final TokenList TOKENS =
            TokenList.of(
                    """
                    {"name": "Test", "tokens": [
                      {"chainId": 31337, "address": "%s", "symbol": "ETH", "name": "Ether", "decimals": 18},
                      {"chainId": 31337, "address": "%s", "symbol": "USDX", "name": "Dollar", "decimals": 6,
                       "extensions": {"authorization": true, "permit": true}},
                      {"chainId": 31337, "address": "%s", "symbol": "COCO", "name": "Cocoa", "decimals": 18}
                    ]}
                    """
                            .formatted(NATIVE, DOLLAR, COCOA)
                            .getBytes(StandardCharsets.UTF_8),
                    CHAIN_ID);

    static final LedgerOrigin ORIGIN =
            new LedgerOrigin(CHAIN_ID, ChainScript.address("donations"), TOKENS.hash(), 100, true);

    final TestDatabase database;
    final Ledger ledger;

    Books(TestDatabase.Kind kind) {
        this.database = TestDatabase.of(kind);
        this.ledger = Ledger.open(new Database(database), ORIGIN, TOKENS);
    }

    LedgerReads reads() {
        return new LedgerReads(new Database(database), TOKENS);
    }

    /** What is stored is what the rules make of {@code chain}, and nothing else. */
    static void assertHolds(TestDatabase database, List<Appended> chain, BlockRef finalised) {
        assertHolds(database, chain, ORIGIN, finalised);
    }

    static void assertHolds(
            TestDatabase database, List<Appended> chain, LedgerOrigin origin, BlockRef finalised) {
        var stored = new StoredLedger(database);
        var right = new IndependentLedger(TOKENS, origin.contract(), chain);
        assertThat(stored.entries()).isEqualTo(right.entries());
        assertThat(stored.rejected()).isEqualTo(right.rejected());
        assertThat(stored.outgoing()).isEqualTo(right.outgoing());
        assertThat(stored.statements()).isEqualTo(right.statements());
        assertThat(stored.campaigns()).isEqualTo(right.campaigns());
        assertThat(stored.totals()).isEqualTo(right.totals());
        assertThat(stored.days()).isEqualTo(right.days());
        assertThat(stored.beneficiaries()).isEqualTo(right.beneficiaries());
        assertThat(stored.donors()).isEqualTo(right.donors());
        assertThat(stored.digests()).isEqualTo(right.digests(origin, finalised.number()));
    }

    @Override
    public void close() {
        database.close();
    }
}
