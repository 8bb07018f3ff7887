package org.urunan.support;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.LogPlace;
import org.urunan.chain.NativeTransfer;
import org.urunan.chain.ReadBlock;
import org.urunan.chain.TxCall;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/**
 * Writes blocks for tests as the reader would hand them on, one transaction after the other. Hashes
 * follow from block number, branch and order alone.
 */
public final class ChainScript {

    private final String branch;
    private final List<ReadBlock> blocks = new ArrayList<>();
    private final List<ChainLog> logs = new ArrayList<>();
    private final Map<Hash, TxCall> calls = new HashMap<>();
    private final List<NativeTransfer> natives = new ArrayList<>();
    private final BlockRef parent;
    private int logIndex;
    private int txIndex = -1;

    private ChainScript(String branch, BlockRef parent) {
        this.branch = branch;
        this.parent = parent;
    }

    /** Blocks behind {@code parent}; the name of the branch makes their hashes differ. */
    public static ChainScript after(BlockRef parent, String branch) {
        return new ChainScript(branch, parent);
    }

    public static BlockRef block(long number, String branch) {
        return new BlockRef(number, hash("block", branch, number));
    }

    public static Hash hash(Object... of) {
        return Hash.sha256(List.of(of).toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Address address(String name) {
        return Address.of(Arrays.copyOf(hash("address", name).bytes(), 20));
    }

    /** The next block. */
    public ChainScript block() {
        return blockAt(number() + 1);
    }

    /** A later block; those in between have nothing. */
    public ChainScript blockAt(long number) {
        var block = block(number, branch);
        blocks.add(new ReadBlock(number, block.hash(), 1_700_000_000 + 12 * number, 0));
        logIndex = 0;
        txIndex = -1;
        return this;
    }

    /** The next transaction of the block; what follows happens in it. */
    public ChainScript tx() {
        txIndex++;
        return this;
    }

    public ChainScript announce(CampaignId campaign) {
        return announce(campaign, hash("content", campaign));
    }

    public ChainScript announce(CampaignId campaign, Hash content) {
        return add(new ChainLog.Announced(place(), campaign, content));
    }

    public ChainScript close(CampaignId campaign) {
        return add(new ChainLog.Closed(place(), campaign));
    }

    public ChainScript move(CampaignId campaign, CampaignId to) {
        return add(new ChainLog.Moved(place(), campaign, to));
    }

    public ChainScript donation(CampaignId campaign, Address donor, Address token, long amount) {
        return add(
                new ChainLog.Donated(place(), campaign, donor, token, BigInteger.valueOf(amount)));
    }

    public ChainScript transfer(Address token, Address from, Address to, long amount) {
        return transfer(token, from, to, BigInteger.valueOf(amount));
    }

    public ChainScript transfer(Address token, Address from, Address to, BigInteger amount) {
        return add(new ChainLog.Transferred(place(), token, from, to, amount));
    }

    public ChainScript authorization(Address token, Address from, Hash nonce) {
        return add(new ChainLog.AuthorizationUsed(place(), token, from, nonce));
    }

    /** The transaction's own call. */
    public ChainScript call(Address to, byte[] input) {
        calls.put(txHash(), new TxCall(to, input));
        return this;
    }

    /** The transaction itself moves native coin. */
    public ChainScript pay(Address from, Address to, long amount, byte[] data) {
        natives.add(
                new NativeTransfer(
                        last().ref(),
                        txHash(),
                        txIndex,
                        from,
                        to,
                        BigInteger.valueOf(amount),
                        data));
        return this;
    }

    /** A log that is none of ours comes in between. */
    public ChainScript otherLog() {
        logIndex++;
        return this;
    }

    public Hash txHash() {
        return hash("tx", branch, number(), txIndex);
    }

    public BlockRef ref() {
        return last().ref();
    }

    public Appended appended() {
        return new Appended(
                parent,
                last().ref(),
                List.copyOf(blocks),
                List.copyOf(logs),
                Map.copyOf(calls),
                List.copyOf(natives));
    }

    private ChainScript add(ChainLog log) {
        logs.add(log);
        logIndex++;
        return this;
    }

    private LogPlace place() {
        if (txIndex < 0) {
            txIndex = 0;
        }
        return new LogPlace(number(), last().hash(), txHash(), txIndex, logIndex);
    }

    private long number() {
        return blocks.isEmpty() ? parent.number() : last().number();
    }

    private ReadBlock last() {
        return blocks.getLast();
    }
}
