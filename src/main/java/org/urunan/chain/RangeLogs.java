package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a range of blocks. A refused range is split until it is accepted, at last into single
 * blocks whose logs are taken from their receipts; a range that nobody answers is asked for until
 * somebody does. Nothing is left out.
 */
final class RangeLogs implements LogSource {

    private final Requests requests;
    private final RangeSizer sizer;
    private final ReceiptLogs receiptLogs;
    private final Proven proven;
    private final long first;
    private final long last;

    RangeLogs(
            Requests requests,
            RangeSizer sizer,
            ReceiptLogs receiptLogs,
            Proven proven,
            long first,
            long last) {
        this.requests = requests;
        this.sizer = sizer;
        this.receiptLogs = receiptLogs;
        this.proven = proven;
        this.first = first;
        this.last = last;
    }

    @Override
    public Logs logs(LogFilter filter) throws InterruptedException {
        return proven.correct(filter, read(filter, first, last), first, last);
    }

    private Logs read(LogFilter filter, long first, long last) throws InterruptedException {
        while (true) {
            try {
                return requests.ask(last, chain -> chain.logs(filter, first, last));
            } catch (ChainFailure.RangeTooWide e) {
                sizer.refused(last - first + 1, e.blocks());
                return first == last
                        ? fromReceipts(filter, first)
                        : split(filter, first, last, e.blocks());
            } catch (ChainFailure e) {
                requests.pause();
                // Perhaps the answer is too large to arrive in time, or whole.
                if (e instanceof ChainFailure.Unavailable
                        || e instanceof ChainFailure.WrongAnswer) {
                    if (first < last) {
                        return split(filter, first, last, 0);
                    }
                    var proved = perhapsFromReceipts(filter, first);
                    if (proved != null) {
                        return proved;
                    }
                }
            }
        }
    }

    private Logs split(LogFilter filter, long first, long last, long accepted)
            throws InterruptedException {
        var blocks = last - first + 1;
        var size = accepted > 0 && accepted < blocks ? accepted : (blocks + 1) / 2;
        List<ChainLog> logs = new ArrayList<>();
        Map<Long, Long> times = new HashMap<>();
        for (var from = first; from <= last; from += size) {
            var part = read(filter, from, Math.min(last, from + size - 1));
            logs.addAll(part.logs());
            times.putAll(part.times());
        }
        return new Logs(logs, times);
    }

    private @Nullable Logs perhapsFromReceipts(LogFilter filter, long number)
            throws InterruptedException {
        try {
            var header = requests.ask(number, chain -> chain.headers(number, number)).getFirst();
            return requests.ask(number, chain -> receiptLogs.read(chain, header).matching(filter));
        } catch (ChainFailure e) {
            return null; // Some endpoints do not give receipts: the logs are asked for again.
        }
    }

    private Logs fromReceipts(LogFilter filter, long number) throws InterruptedException {
        var header = requests.persist(number, chain -> chain.headers(number, number)).getFirst();
        return requests.persist(number, chain -> receiptLogs.read(chain, header).matching(filter));
    }
}
