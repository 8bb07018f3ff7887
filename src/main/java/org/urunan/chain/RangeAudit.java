package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;

/** Audits any range of stored blocks, whether they were audited before or not. */
public final class RangeAudit {

    private static final long BLOCKS_AT_ONCE = 50;

    private final Endpoints endpoints;
    private final Audit audit;
    private final Beneficiaries known;

    /**
     * @param knownFrom every known beneficiary with the position of its first announcement
     */
    public RangeAudit(Endpoints endpoints, ReaderSettings settings, Map<Address, Long> knownFrom) {
        this.endpoints = endpoints;
        this.audit = new Audit(settings, endpoints, new BloomCheck());
        this.known = new Beneficiaries(knownFrom);
    }

    /**
     * Audits the blocks {@code first … last}.
     *
     * @param stored what is stored of a block; null if nothing
     * @return a sentence for each block that is not what the chain says; empty if all are right
     * @throws ChainFailure if the endpoints do not give what is needed
     */
    public List<String> audit(long first, long last, LongFunction<@Nullable ReadBlock> stored) {
        var findings = new ArrayList<String>();
        var verified = endpoints.ask(last, chain -> before(chain, first));
        while (verified.number() < last) {
            var end = Math.min(last, verified.number() + BLOCKS_AT_ONCE);
            try {
                verified = audit.check(verified, end, known, stored);
            } catch (Mismatch e) {
                findings.add(String.valueOf(e.getMessage()));
                verified = e.block();
            }
        }
        return findings;
    }

    private static BlockRef before(Chain chain, long first) {
        return chain.headers(first, first).getFirst().parent();
    }
}
