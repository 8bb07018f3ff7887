package org.urunan.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the head, above the finalised head. The four cases of a head: behind the cursor (the
 * endpoint lags: hold), the cursor itself (nothing new), linked to it (append), anything else (a
 * reorg: walk back to the common ancestor, read the replacement, and only then say so).
 */
final class Live {

    private static final int MOST_BLOCKS = 32;
    private static final int LOOKS_BEFORE_DESPAIR = 3;
    private static final int LOOKS_BETWEEN_COMPARISONS = 10;

    private final Endpoints endpoints;
    private final Requests requests;
    private final WholeBlocks whole;
    private final long startBlock;
    private final ReaderSettings settings;
    private final ReceiptLogs receiptLogs;
    private final BloomCheck blooms;
    private final Window window;
    private int looksWithoutAncestor;
    private long looks;

    Live(
            ReaderSettings settings,
            Endpoints endpoints,
            Requests requests,
            WholeBlocks whole,
            BloomCheck blooms,
            Window window) {
        this.endpoints = endpoints;
        this.requests = requests;
        this.whole = whole;
        this.blooms = blooms;
        this.window = window;
        this.startBlock = settings.startBlock();
        this.settings = settings;
        this.receiptLogs = new ReceiptLogs(settings.contract(), settings.tokens());
    }

    /**
     * The head; the highest of all endpoints now and then, and if the first is behind the cursor.
     */
    BlockHeader latest() {
        if (endpoints.areSeveral() && looks++ % LOOKS_BETWEEN_COMPARISONS == 0) {
            return endpoints.highest();
        }
        var latest = endpoints.ask(Chain::latest);
        return latest.number() < window.cursor().number() ? endpoints.highest() : latest;
    }

    /** Null if there is nothing to hand on. */
    @Nullable ChainUpdate step(BlockHeader latest, Beneficiaries known)
            throws InterruptedException {
        var cursor = window.cursor();
        if (latest.number() < cursor.number() || latest.ref().equals(cursor)) {
            return null;
        }
        if (latest.number() == cursor.number()) {
            return reorg(latest, known);
        }
        if (latest.parent().equals(cursor)) {
            return appendHead(latest, known);
        }
        var last = Math.min(latest.number(), cursor.number() + MOST_BLOCKS);
        var span = read(cursor.number() + 1, last, latest);
        return span.follows(cursor) ? append(cursor, span, known) : reorg(latest, known);
    }

    private ChainUpdate.Appended appendHead(BlockHeader head, Beneficiaries known)
            throws InterruptedException {
        try {
            return append(head.parent(), new Span(List.of(head)), known);
        } catch (ChainFailure e) {
            endpoints.distrustHead(head);
            throw e;
        }
    }

    /** If nobody gives so many blocks, the head may be invented: then the next block alone. */
    private Span read(long first, long last, BlockHeader head) {
        try {
            return Span.read(endpoints, first, last);
        } catch (ChainFailure e) {
            endpoints.distrustHead(head);
            return Span.read(endpoints, first, first);
        }
    }

    /** Null if the chain moved while it was looked at: look again. */
    @Nullable ChainUpdate reorg(BlockHeader latest, Beneficiaries known)
            throws InterruptedException {
        var ancestor = commonAncestor(latest.number());
        if (ancestor == null) {
            return despair();
        }
        looksWithoutAncestor = 0;
        var cursor = window.cursor();
        if (ancestor.equals(cursor)) {
            return null;
        }
        var last =
                Math.min(
                        Math.min(latest.number(), cursor.number()),
                        ancestor.number() + 2 * MOST_BLOCKS);
        if (last == ancestor.number()) {
            return null; // so far the new branch only has less: hold until it grows
        }
        var span = Span.read(endpoints, ancestor.number() + 1, last);
        if (!span.follows(ancestor)) {
            return null;
        }
        return new ChainUpdate.Reorged(
                ancestor, List.of(append(ancestor, span, known.until(ancestor.number()))));
    }

    private ChainUpdate.Appended append(BlockRef parent, Span span, Beneficiaries known)
            throws InterruptedException {
        var spans = new SpanReader(settings, requests.ofOneRound(), whole);
        var source = new BlockLogs(requests, blooms, receiptLogs, span.headers());
        var contract = spans.contractLogs(source);
        return spans.read(
                source,
                parent,
                span.last(),
                contract,
                known.with(contract.logs()),
                span.byNumber());
    }

    /** The highest block that was handed on and is still on the chain. */
    private @Nullable BlockRef commonAncestor(long latest) {
        @Nullable Span span = null;
        for (var ref : window.downwards()) {
            if (ref.number() > latest) {
                continue;
            }
            if (ref.number() < 0) {
                return ref;
            }
            if (span == null || span.headers().getFirst().number() > ref.number()) {
                span =
                        Span.read(
                                endpoints,
                                Math.max(0, ref.number() - MOST_BLOCKS + 1),
                                ref.number());
            }
            var index = (int) (ref.number() - span.headers().getFirst().number());
            if (span.headers().get(index).hash().equals(ref.hash())) {
                return ref;
            }
        }
        return null;
    }

    private @Nullable ChainUpdate despair() {
        if (++looksWithoutAncestor >= LOOKS_BEFORE_DESPAIR) {
            if (window.base().number() < startBlock) {
                throw new StartReplaced(window.base());
            }
            throw new ReorgBelowFinality(window.base(), endpoints.health().getFirst().name());
        }
        endpoints.distrustFirst("It has none of the blocks that were read, not even final ones.");
        return null;
    }
}
