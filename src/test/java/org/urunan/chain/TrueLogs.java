package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;

/** What a reader of a {@link Scene} must hand on, told by an honest endpoint block by block. */
final class TrueLogs {

    private TrueLogs() {}

    static List<ChainLog> of(FakeChain chain, long startBlock) {
        var all = new ArrayList<ChainLog>();
        var isKnown = false;
        for (var number = startBlock; number <= chain.head(); number++) {
            for (var log : logsOf(chain, number)) {
                isKnown |= log instanceof ChainLog.Announced;
                if (!(log instanceof ChainLog.Transferred) || isKnown) {
                    all.add(log);
                }
            }
        }
        return all;
    }

    private static List<ChainLog> logsOf(FakeChain chain, long number) {
        var honest = new FakeEndpoint(chain);
        var transfers = new LogFilter.TransfersOf(Set.of(Scene.TOKEN), Set.of(Scene.BENEFICIARY));
        var all = new ArrayList<ChainLog>();
        all.addAll(honest.logs(new LogFilter.OfContract(Scene.CONTRACT), number, number).logs());
        all.addAll(honest.logs(transfers, number, number).logs());
        all.sort((a, b) -> Long.compare(a.place().position(), b.place().position()));
        return all;
    }

    /** Logs, one line each: a failure stays readable. */
    static String told(List<ChainLog> logs) {
        var lines = new StringBuilder();
        for (var log : logs) {
            lines.append(log.place().blockNumber()).append('/').append(log.place().index());
            lines.append(' ').append(log.getClass().getSimpleName()).append(' ');
            lines.append(Integer.toHexString(log.hashCode())).append('\n');
        }
        return lines.toString();
    }
}
