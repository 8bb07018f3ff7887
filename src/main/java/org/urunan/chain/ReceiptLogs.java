package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.money.Address;

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
     * @throws ChainFailure.WrongAnswer if they are not the receipts that the header says
     */
    OfBlock read(Chain chain, BlockHeader header) {
        var logs = new ArrayList<ChainLog>();
        var index = 0;
        for (var receipt : ReceiptsRoot.proved(chain, header)) {
            for (var log : receipt.logs()) {
                add(logs, log, header, index++);
            }
        }
        return new OfBlock(header, logs);
    }

    private void add(List<ChainLog> logs, Receipt.Log log, BlockHeader header, int index) {
        var isOurs = log.address().equals(contract);
        if (!isOurs && !tokens.contains(log.address())) {
            return;
        }
        // The root proves what a log says and the order; only the transaction's hash is believed.
        var place =
                new LogPlace(
                        header.number(),
                        header.hash(),
                        log.place().txHash(),
                        log.place().txIndex(),
                        index);
        var decoded = LogDecoder.decode(place, log.address(), log.topics(), log.data());
        if (decoded != null && isOurs == !isOfToken(decoded)) {
            logs.add(decoded);
        }
    }

    private static boolean isOfToken(ChainLog log) {
        return log instanceof ChainLog.Transferred || log instanceof ChainLog.AuthorizationUsed;
    }
}
