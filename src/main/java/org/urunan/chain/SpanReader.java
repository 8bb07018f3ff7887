package org.urunan.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Reads all that is handed on for a span of blocks: first the contract's logs, which say who is
 * known, then what depends on that.
 */
final class SpanReader {

    private final ReaderSettings settings;
    private final Requests requests;
    private final WholeBlocks whole;

    SpanReader(ReaderSettings settings, Requests requests, WholeBlocks whole) {
        this.settings = settings;
        this.requests = requests;
        this.whole = whole;
    }

    Logs contractLogs(LogSource source) throws InterruptedException {
        return source.logs(new LogFilter.OfContract(settings.contract()));
    }

    /**
     * @param contract the contract's logs of the span
     * @param beneficiaries all that are known at its end
     * @param headers of blocks in the span that are known already; of {@code last} at least
     */
    ChainUpdate.Appended read(
            LogSource source,
            BlockRef parent,
            BlockRef last,
            Logs contract,
            Beneficiaries beneficiaries,
            Map<Long, BlockHeader> headers)
            throws InterruptedException {
        var times = new HashMap<>(contract.times());
        var transfers =
                chunked(
                        source,
                        beneficiaries.addresses(),
                        settings.tokens(),
                        LogFilter.TransfersOf::new,
                        times);
        var selection =
                Selection.of(settings.contract(), contract.logs(), transfers, beneficiaries);
        var authorizations =
                chunked(
                        source,
                        selection.authorizers(settings.authorizationTokens()),
                        settings.authorizationTokens(),
                        LogFilter.AuthorizationsBy::new,
                        times);
        var logs = selection.with(authorizations);
        var transactions = transactions(parent, last, beneficiaries, selection.placesAlone());
        var blocks = new BlockList(headers, transactions.headers(), times);
        return new ChainUpdate.Appended(
                parent,
                last,
                blocks.of(requests, settings.batchSize(), logs, transactions.natives()),
                logs,
                transactions.calls(),
                transactions.natives());
    }

    private List<ChainLog> chunked(
            LogSource source,
            Collection<Address> addresses,
            Set<Address> tokens,
            BiFunction<Set<Address>, Set<Address>, LogFilter> filter,
            Map<Long, Long> times)
            throws InterruptedException {
        if (tokens.isEmpty() || addresses.isEmpty()) {
            return List.of();
        }
        var all = Logs.NONE;
        for (var chunk : Chunks.of(addresses, settings.topicsPerRequest())) {
            all = all.with(source.logs(filter.apply(tokens, new HashSet<>(chunk))));
        }
        times.putAll(all.times());
        return all.logs();
    }

    private Transactions transactions(
            BlockRef parent, BlockRef last, Beneficiaries beneficiaries, Map<Hash, LogPlace> wanted)
            throws InterruptedException {
        if (settings.readNatives() && !beneficiaries.addresses().isEmpty()) {
            var span = new WholeSpan(requests, whole, last, beneficiaries);
            return Transactions.ofBlocks(span, parent, last, wanted.keySet(), settings.batchSize());
        }
        return Transactions.ofCalls(requests, whole, last.number(), wanted, settings.batchSize());
    }
}
