package org.urunan.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.urunan.chain.ChainConfig;
import org.urunan.chain.RequiredSettings;
import org.urunan.database.Database;
import org.urunan.money.TokenList;

/** Makes the ledger's plain classes from this node's configuration. */
class LedgerBeans {

    @Produces
    @Singleton
    TokenList tokens(
            @ConfigProperty(name = "urunan.token-list", defaultValue = RequiredSettings.MISSING)
                    Path file,
            ChainConfig chain) {
        if (file.equals(Path.of(RequiredSettings.MISSING))) {
            throw RequiredSettings.missing("URUNAN_TOKEN_LIST");
        }
        return TokenList.read(file, chain.id());
    }

    @Produces
    @Singleton
    LedgerReads reads(Database database, TokenList tokens) {
        return new LedgerReads(database, tokens);
    }
}
