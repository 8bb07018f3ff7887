package org.urunan.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer with decoded logs.
 *
 * @param times the time of a block by its number, as far as the endpoint tells it with the logs
 */
public record Logs(List<ChainLog> logs, Map<Long, Long> times) {

    public static final Logs NONE = new Logs(List.of(), Map.of());

    /**
     * With those of another answer about the same blocks, in order if both are. What both have is
     * there once; what is not in order stays so.
     */
    Logs with(Logs other) {
        if (other.logs.isEmpty()) {
            return this;
        }
        if (logs.isEmpty()) {
            return other;
        }
        var all = new ArrayList<ChainLog>(logs.size() + other.logs.size());
        var next = 0;
        for (var log : logs) {
            var position = log.place().position();
            while (next < other.logs.size() && other.logs.get(next).place().position() < position) {
                all.add(other.logs.get(next++));
            }
            if (next < other.logs.size() && other.logs.get(next).equals(log)) {
                next++;
            }
            all.add(log);
        }
        all.addAll(other.logs.subList(next, other.logs.size()));
        var allTimes = new HashMap<>(times);
        allTimes.putAll(other.times);
        return new Logs(all, allTimes);
    }
}
