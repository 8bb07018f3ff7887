package org.urunan.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * What a ledger is the ledger of. Two nodes with the same origin compute the same ledger; a
 * database keeps the one it was begun with.
 *
 * @param contract the {@code Donations} contract
 * @param tokenListHash {@link org.urunan.money.TokenList#hash}
 * @param startBlock the first block read
 * @param readsNatives whether plain native transfers are read from the blocks' transactions
 */
public record LedgerOrigin(
        long chainId, Address contract, Hash tokenListHash, long startBlock, boolean readsNatives) {

    private static final byte[] FORMAT = "urunan-ledger-1".getBytes(StandardCharsets.US_ASCII);

    /** The digest before the first block with entries (docs/ledger-format.md). */
    public Hash digest() {
        return Hash.sha256(
                ByteBuffer.allocate(FORMAT.length + 8 + 20 + 32 + 8 + 1)
                        .put(FORMAT)
                        .putLong(chainId)
                        .put(contract.bytes())
                        .put(tokenListHash.bytes())
                        .putLong(startBlock)
                        .put((byte) (readsNatives ? 1 : 0))
                        .array());
    }
}
