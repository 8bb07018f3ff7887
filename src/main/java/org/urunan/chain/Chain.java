package org.urunan.chain;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * A chain as one endpoint tells it, which may be late, incomplete or wrong. All bounds are
 * inclusive; lists ascend by block, then by place in the block. Calls block, from any thread, and
 * throw a {@link ChainFailure} when there is no usable answer.
 */
public interface Chain {

    /** Scheme, host and port: what people may see of the endpoint. */
    String name();

    long chainId();

    /** The head. */
    BlockHeader latest();

    /** The {@code finalized} head, or what this endpoint is configured to take for it. */
    BlockHeader finalised();

    /** The headers of all blocks {@code first … last}, in one request. */
    List<BlockHeader> headers(long first, long last);

    /** Null if the endpoint does not know the block (any more). */
    @Nullable BlockHeader header(Hash block);

    Logs logs(LogFilter filter, long first, long last);

    /** Fails as {@link ChainFailure.Lagging} if the endpoint does not know the block. */
    Logs logs(LogFilter filter, BlockRef block);

    /** All these transactions, by their hashes. */
    Map<Hash, Transaction> transactions(Collection<Hash> hashes);

    /** All blocks {@code first … last} with their transactions, in one request. */
    List<Block> blocks(long first, long last);

    /** Null if the endpoint does not know the transaction. */
    @Nullable TxFate fate(Hash transaction);

    /** What came of all these transactions. */
    Map<Hash, TxOutcome> outcomes(Collection<Hash> transactions);

    /** The receipts of all transactions of a block, in order. */
    List<Receipt> receipts(BlockRef block);

    /**
     * What each is, in base units and in this order; null where the endpoint does not know: it
     * keeps no state that old, or the token gives no balance.
     */
    List<@Nullable BigInteger> balances(List<Holding> holdings);

    /** The code at an address, at the head; empty if there is none. */
    byte[] code(Address address);
}
