package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.urunan.money.Address;

/** Audits any range of stored blocks, whether they were audited before or not. */
public final class RangeAudit {

    private static final int BLOCKS_AT_ONCE = 50;

    /** What is stored. */
    @FunctionalInterface
    public interface Source {

        /** What is stored of the blocks {@code first … last}. */
        Stored stored(long first, long last);
    }

    /**
     * What is stored of some blocks.
     *
     * @param blocks by their numbers
     * @param natives whatever is stored of native coin that moved in them
     */
    public record Stored(Map<Long, ReadBlock> blocks, List<NativeMove> natives) {}

    private final Endpoints endpoints;
    private final Audit audit;
    private final NativeAudit natives;
    private final Beneficiaries known;
    private final boolean readsNatives;
    private final int blocksAtOnce;

    /**
     * @param knownFrom every known beneficiary with the position of its first announcement
     */
    public RangeAudit(Endpoints endpoints, ReaderSettings settings, Map<Address, Long> knownFrom) {
        var whole = new WholeBlocks(settings.audit());
        this.endpoints = endpoints;
        this.known = new Beneficiaries(knownFrom);
        this.audit = new Audit(settings, endpoints, new BloomCheck(), whole);
        this.natives = new NativeAudit(endpoints, whole, known);
        this.readsNatives = settings.readNatives();
        this.blocksAtOnce = Math.min(BLOCKS_AT_ONCE, settings.batchSize());
    }

    /**
     * Audits the blocks {@code first … last}: their logs, and their native transfers if those are
     * read.
     *
     * @return a sentence for each block or transfer that is not what the chain says; empty if all
     *     are right
     * @throws ChainFailure if the endpoints do not give what is needed
     */
    public List<String> audit(long first, long last, Source source) {
        var findings = new ArrayList<String>();
        var verified = endpoints.ask(last, chain -> before(chain, first));
        while (verified.number() < last) {
            var end = Math.min(last, verified.number() + blocksAtOnce);
            var stored = source.stored(verified.number() + 1, end);
            var next = checkLogs(verified, end, stored, findings);
            if (readsNatives) {
                findings.addAll(natives.check(verified, next, upTo(next, stored.natives())));
            }
            verified = next;
        }
        return findings;
    }

    /** Up to the first block that is wrong. */
    private BlockRef checkLogs(BlockRef verified, long last, Stored stored, List<String> findings) {
        try {
            return audit.check(verified, last, known, stored.blocks()::get);
        } catch (Mismatch e) {
            findings.add(String.valueOf(e.getMessage()));
            return e.block();
        }
    }

    private static List<NativeMove> upTo(BlockRef last, List<NativeMove> moves) {
        return moves.stream().filter(move -> move.blockNumber() <= last.number()).toList();
    }

    private static BlockRef before(Chain chain, long first) {
        return chain.headers(first, first).getFirst().parent();
    }
}
