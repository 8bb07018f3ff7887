package org.urunan.chain;

import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was handed on with what headers prove: hashes linked, each header's hash its own,
 * blooms, and the receipts and transactions of every block that has or may have logs of ours.
 */
final class Audit {

    private final ReaderSettings settings;
    private final Endpoints endpoints;
    private final BloomCheck blooms;
    private final WholeBlocks whole;
    private final ReceiptLogs receiptLogs;

    Audit(ReaderSettings settings, Endpoints endpoints, BloomCheck blooms, WholeBlocks whole) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.blooms = blooms;
        this.whole = whole;
        this.receiptLogs = new ReceiptLogs(settings.contract(), settings.tokens());
    }

    /**
     * Audits the blocks behind {@code verified} up to and including {@code last}.
     *
     * @param known who was known when; all announcements up to {@code last} at least
     * @param received what was handed on for a block by its number; null if nothing
     * @return {@code last} with its hash
     * @throws Mismatch if what was handed on is wrong
     * @throws ChainFailure if the endpoints give no answer that could be used
     */
    BlockRef check(
            BlockRef verified,
            long last,
            Beneficiaries known,
            LongFunction<@Nullable ReadBlock> received)
            throws Mismatch {
        var span = endpoints.ask(last, chain -> proved(chain, verified, last));
        var parent = verified;
        for (var header : span.headers()) {
            check(parent, header, known, received.apply(header.number()));
            parent = header.ref();
        }
        return parent;
    }

    private Span proved(Chain chain, BlockRef verified, long last) {
        var span = new Span(chain.headers(verified.number() + 1, last));
        if (!span.follows(verified) && verified.number() >= 0) {
            throw new ChainFailure.WrongAnswer(
                    "%s gave block %d with another parent than the verified block %s"
                            .formatted(chain.name(), verified.number() + 1, verified.hash()));
        }
        for (var header : span.headers()) {
            if (settings.audit() == AuditDepth.RECEIPTS && !header.isProved()) {
                throw new ChainFailure.WrongAnswer(
                        """
                        %s gave block %d with a hash that is not that of its header. If all \
                        headers of this chain have fields unknown to this version, set \
                        URUNAN_CHAIN_AUDIT=blooms."""
                                .formatted(chain.name(), header.number()));
            }
        }
        return span;
    }

    private void check(
            BlockRef parent, BlockHeader header, Beneficiaries known, @Nullable ReadBlock block)
            throws Mismatch {
        if (block != null
                && (!block.hash().equals(header.hash()) || block.time() != header.time())) {
            throw mismatch("was read with another hash or time than", parent, header, null);
        }
        var received = block == null ? 0 : block.received();
        var isAdmitted = isAdmitted(header.logsBloom(), known);
        if (received == 0 && !isAdmitted) {
            return;
        }
        if (!isAdmitted) {
            throw mismatch("was read with logs that are not in", parent, header, null);
        }
        if (settings.audit() == AuditDepth.RECEIPTS) {
            checkReceipts(parent, header, known, received);
        } else {
            checkAgain(parent, header, known, received);
        }
    }

    private boolean isAdmitted(Bloom bloom, Beneficiaries known) {
        return blooms.admits(bloom, new LogFilter.OfContract(settings.contract()))
                || blooms.admits(
                        bloom, new LogFilter.TransfersOf(settings.tokens(), known.addressSet()));
    }

    private void checkReceipts(
            BlockRef parent, BlockHeader header, Beneficiaries known, long received)
            throws Mismatch {
        var truth =
                endpoints.ask(
                        header.number(), chain -> receiptLogs.read(chain, block(chain, header)));
        if (checksum(truth.logs(), known) != received) {
            throw mismatch("was read with other logs than are in", parent, header, truth);
        }
    }

    /** Receipts do not have the hashes of their transactions, but the block has. */
    private Block block(Chain chain, BlockHeader header) {
        var block = whole.read(chain, header.number(), header.number()).getFirst();
        if (!block.header().ref().equals(header.ref())) {
            throw new ChainFailure.WrongAnswer(
                    "%s gave another block %d than before: the chain moved meanwhile"
                            .formatted(chain.name(), header.number()));
        }
        return block;
    }

    /** Without receipts: a second opinion, by the block's hash. */
    private void checkAgain(BlockRef parent, BlockHeader header, Beneficiaries known, long received)
            throws Mismatch {
        var logs = logs(new LogFilter.OfContract(settings.contract()), header);
        for (var chunk : Chunks.of(known.addresses(), settings.topicsPerRequest())) {
            logs =
                    logs.with(
                            logs(
                                    new LogFilter.TransfersOf(settings.tokens(), Set.copyOf(chunk)),
                                    header));
        }
        if (!settings.authorizationTokens().isEmpty()) {
            var authorizers =
                    select(logs.logs(), known).authorizers(settings.authorizationTokens());
            for (var chunk : Chunks.of(authorizers, settings.topicsPerRequest())) {
                logs =
                        logs.with(
                                logs(
                                        new LogFilter.AuthorizationsBy(
                                                settings.authorizationTokens(), Set.copyOf(chunk)),
                                        header));
            }
        }
        if (checksum(logs.logs(), known) != received) {
            throw mismatch("was read with other logs than are in", parent, header, null);
        }
    }

    private Logs logs(LogFilter filter, BlockHeader header) {
        return blooms.admits(header.logsBloom(), filter)
                ? endpoints.ask(header.number(), chain -> chain.logs(filter, header.ref()))
                : Logs.NONE;
    }

    /** What would have been handed on for a block with these logs. */
    private long checksum(List<ChainLog> logs, Beneficiaries known) {
        var selection = select(logs, known);
        var authorizations =
                new LogFilter.AuthorizationsBy(
                        settings.authorizationTokens(),
                        selection.authorizers(settings.authorizationTokens()));
        return new Checksum()
                .of(selection.with(logs.stream().filter(authorizations::matches).toList()));
    }

    private Selection select(List<ChainLog> logs, Beneficiaries known) {
        var contract = new LogFilter.OfContract(settings.contract());
        return Selection.of(
                settings.contract(), logs.stream().filter(contract::matches).toList(), logs, known);
    }

    private static Mismatch mismatch(
            String what,
            BlockRef verified,
            BlockHeader header,
            ReceiptLogs.@Nullable OfBlock truth) {
        return new Mismatch(
                "Block %d %s the block %s".formatted(header.number(), what, header.hash()),
                verified,
                header.ref(),
                truth);
    }
}
