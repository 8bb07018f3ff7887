package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/** Which native transfers succeeded: by receipts, which headers prove if that is wanted. */
final class NativeOutcomes {

    private NativeOutcomes() {}

    /**
     * Those of a block's transfers that succeeded.
     *
     * @throws ChainFailure.WrongAnswer if the receipts are not those that the header says
     */
    static List<NativeTransfer> proved(Chain chain, Block block, List<NativeTransfer> transfers) {
        if (transfers.isEmpty()) {
            return transfers;
        }
        var receipts = ReceiptsRoot.proved(chain, block);
        return transfers.stream().filter(it -> receipts.get(it.txIndex()).status() == 1).toList();
    }

    /**
     * Those of some transfers that succeeded.
     *
     * @throws ChainFailure.WrongAnswer if a receipt is of another block
     */
    static List<NativeTransfer> told(Chain chain, List<NativeTransfer> transfers) {
        if (transfers.isEmpty()) {
            return transfers;
        }
        var hashes = new HashSet<Hash>();
        transfers.forEach(transfer -> hashes.add(transfer.txHash()));
        var outcomes = chain.outcomes(hashes);
        var succeeded = new ArrayList<NativeTransfer>();
        for (var transfer : transfers) {
            var outcome = outcomes.get(transfer.txHash());
            if (outcome == null || !outcome.block().equals(transfer.block().hash())) {
                throw elsewhere(chain, transfer, outcome);
            }
            if (outcome.isSuccessful()) {
                succeeded.add(transfer);
            }
        }
        return succeeded;
    }

    private static ChainFailure elsewhere(
            Chain chain, NativeTransfer transfer, @Nullable TxOutcome outcome) {
        return new ChainFailure.WrongAnswer(
                "%s gave transaction %s in block %s, and its receipt in %s"
                        .formatted(
                                chain.name(),
                                transfer.txHash(),
                                transfer.block().hash(),
                                outcome == null ? "none" : outcome.block()));
    }
}
