package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The logs of single blocks, by hash. A block whose proved bloom excludes them is not asked for; an
 * empty answer where the bloom admits some is not believed at once.
 */
final class BlockLogs implements LogSource {

    private final Requests requests;
    private final BloomCheck blooms;
    private final ReceiptLogs receiptLogs;
    private final List<BlockHeader> headers;

    BlockLogs(
            Requests requests,
            BloomCheck blooms,
            ReceiptLogs receiptLogs,
            List<BlockHeader> headers) {
        this.requests = requests;
        this.blooms = blooms;
        this.receiptLogs = receiptLogs;
        this.headers = headers;
    }

    @Override
    public Logs logs(LogFilter filter) throws InterruptedException {
        var logs = new ArrayList<ChainLog>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Logs>>();
            for (var header : headers) {
                if (!header.isProved() || blooms.admits(header.logsBloom(), filter)) {
                    answers.add(threads.submit(() -> logs(filter, header)));
                }
            }
            for (var answer : answers) {
                logs.addAll(answer.get().logs());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ChainFailure failure
                    ? failure
                    : new IllegalStateException("Reading a block failed: " + e.getCause(), e);
        }
        return new Logs(logs, new HashMap<>());
    }

    private Logs logs(LogFilter filter, BlockHeader header) throws InterruptedException {
        Logs answer;
        try {
            answer = requests.ask(header.number(), chain -> chain.logs(filter, header.ref()));
        } catch (ChainFailure.WrongAnswer e) {
            return confirm(filter, header);
        }
        if (answer.logs().isEmpty() && blooms.admits(header.logsBloom(), filter)) {
            return confirm(filter, header);
        }
        return answer;
    }

    private Logs confirm(LogFilter filter, BlockHeader header) throws InterruptedException {
        try {
            return requests.ask(
                    header.number(), chain -> receiptLogs.read(chain, header).matching(filter));
        } catch (ChainFailure e) {
            return requests.ask(header.number(), chain -> chain.logs(filter, header.ref()));
        }
    }
}
