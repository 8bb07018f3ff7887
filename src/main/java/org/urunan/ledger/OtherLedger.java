package org.urunan.ledger;

import java.util.ArrayList;
import java.util.List;

/** The database holds the ledger of another chain, contract, token list or start block. */
public final class OtherLedger extends RuntimeException {

    private OtherLedger(String sentence) {
        super(sentence);
    }

    static void check(LedgerOrigin stored, LedgerOrigin configured) {
        var differences = new ArrayList<String>();
        compare(differences, "URUNAN_CHAIN_ID", stored.chainId(), configured.chainId());
        compare(differences, "URUNAN_CHAIN_CONTRACT", stored.contract(), configured.contract());
        compare(
                differences,
                "the SHA-256 of URUNAN_TOKEN_LIST",
                stored.tokenListHash(),
                configured.tokenListHash());
        compare(
                differences,
                "URUNAN_CHAIN_START_BLOCK",
                stored.startBlock(),
                configured.startBlock());
        compare(
                differences,
                "URUNAN_CHAIN_NATIVE_BLOCKS",
                stored.readsNatives(),
                configured.readsNatives());
        if (!differences.isEmpty()) {
            throw new OtherLedger(
                    "This database holds another ledger: %s. Set it back, or start with an empty database: the node reads everything again from the chain."
                            .formatted(String.join(" and ", differences)));
        }
    }

    private static void compare(
            List<String> differences, String name, Object stored, Object configured) {
        if (!stored.equals(configured)) {
            differences.add("%s was %s and is now %s".formatted(name, stored, configured));
        }
    }
}
