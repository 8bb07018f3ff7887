package org.urunan.chain;

import java.util.List;
import java.util.Map;

/**
 * An answer with decoded logs.
 *
 * @param times the time of a block by its number, as far as the endpoint tells it with the logs
 */
public record Logs(List<ChainLog> logs, Map<Long, Long> times) {

    public static final Logs NONE = new Logs(List.of(), Map.of());
}
