package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** Logs taken from a block's receipts, which the block's header proves. */
final class ReceiptLogs {

    /** All logs of the contract and of the tokens in one block, in order. */
    record OfBlock(BlockHeader header, List<ChainLog> logs) {

        Logs matching(LogFilter filter) {
            return new Logs(
                    logs.stream().filter(filter::matches).toList(),
                    Map.of(header.number(), header.time()));
        }
    }

    private final Address contract;
    private final Set<Address> tokens;

    ReceiptLogs(Address contract, Set<Address> tokens) {
        this.contract = contract;
        this.tokens = tokens;
    }

    /**
     * Of which transactions they are is believed: receipts do not have their hashes.
     *
     * @throws ChainFailure.WrongAnswer if they are not the receipts that the header says
     */
    OfBlock read(Chain chain, BlockHeader header) {
        var receipts = ReceiptsRoot.proved(chain, header);
        return of(header, receipts, receipts.stream().map(Receipt::txHash).toList());
    }

    /**
     * The same of a whole block, whose transactions they are.
     *
     * @throws ChainFailure.WrongAnswer if they are not the receipts that the header says
     */
    OfBlock read(Chain chain, Block block) {
        var receipts = ReceiptsRoot.proved(chain, block);
        var hashes = block.transactions().stream().map(Transaction::hash).toList();
        return of(block.header(), receipts, hashes);
    }

    private OfBlock of(BlockHeader header, List<Receipt> receipts, List<Hash> transactions) {
        var logs = new ArrayList<ChainLog>();
        var index = 0;
        for (var txIndex = 0; txIndex < receipts.size(); txIndex++) {
            for (var log : receipts.get(txIndex).logs()) {
                var place =
                        new LogPlace(
                                header.number(),
                                header.hash(),
                                transactions.get(txIndex),
                                txIndex,
                                index++);
                add(logs, log, place);
            }
        }
        return new OfBlock(header, logs);
    }

    private void add(List<ChainLog> logs, Receipt.Log log, LogPlace place) {
        var isOurs = log.address().equals(contract);
        if (!isOurs && !tokens.contains(log.address())) {
            return;
        }
        var decoded = LogDecoder.decode(place, log.address(), log.topics(), log.data());
        if (decoded != null && isOurs == !isOfToken(decoded)) {
            logs.add(decoded);
        }
    }

    private static boolean isOfToken(ChainLog log) {
        return log instanceof ChainLog.Transferred || log instanceof ChainLog.AuthorizationUsed;
    }
}
