package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares native transfers that are stored with those of whole blocks, which headers prove where
 * blocks are audited by receipts.
 */
final class NativeAudit {

    private final Endpoints endpoints;
    private final WholeBlocks whole;
    private final Beneficiaries known;

    NativeAudit(Endpoints endpoints, WholeBlocks whole, Beneficiaries known) {
        this.endpoints = endpoints;
        this.whole = whole;
        this.known = known;
    }

    /**
     * @param parent of the first block, audited
     * @param last audited
     * @param stored of these blocks
     * @return a sentence for each that is on one side alone, in the order of the chain
     * @throws ChainFailure if the endpoints do not give these blocks
     */
    List<String> check(BlockRef parent, BlockRef last, List<NativeMove> stored) {
        var told = told(parent, last);
        var ours = Set.copyOf(stored);
        var logged =
                stored.stream()
                        .filter(NativeMove::isLogged)
                        .map(NativeMove::anywhere)
                        .collect(Collectors.toSet());
        var findings = new TreeMap<Long, String>();
        for (var move : told) {
            // What a log tells as well is stored as that log.
            if (!ours.contains(move) && !logged.contains(move.anywhere())) {
                findings.put(move.position(), sentence("without the native transfer in", move));
            }
        }
        for (var move : stored) {
            if (!move.isLogged() && !told.contains(move)) {
                findings.put(
                        move.position(), sentence("with what is not the native transfer in", move));
            }
        }
        return new ArrayList<>(findings.values());
    }

    private Set<NativeMove> told(BlockRef parent, BlockRef last) {
        var moves = new HashSet<NativeMove>();
        for (var transfer : endpoints.ask(last.number(), it -> part(it, parent, last)).natives()) {
            if (known.isKnown(transfer.to(), transfer.position())) {
                moves.add(NativeMove.of(transfer, true));
            }
            if (known.isKnown(transfer.from(), transfer.position())) {
                moves.add(NativeMove.of(transfer, false));
            }
        }
        return moves;
    }

    private WholePart part(Chain chain, BlockRef parent, BlockRef last) {
        var part = WholePart.read(chain, whole, known, parent.number() + 1, last.number());
        if (!part.isBetween(parent, last)) {
            throw part.ofAnotherBranch(chain.name());
        }
        return part;
    }

    private static String sentence(String how, NativeMove move) {
        return "Block %d was read %s transaction %s"
                .formatted(move.blockNumber(), how, move.txHash());
    }
}
