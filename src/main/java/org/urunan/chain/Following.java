package org.urunan.chain;

import org.jspecify.annotations.Nullable;

/**
 * What exists of a reading once the first block's parent is known.
 *
 * @param window the blocks that are not final
 * @param handedOn the same, who is known by them, and the audit of them
 * @param live what reads more of them at the head
 */
record Following(Window window, HandedOn handedOn, Live live) {

    /** What one reader asks by. */
    record Means(
            ReaderSettings settings,
            Endpoints endpoints,
            Requests requests,
            WholeBlocks whole,
            Proven proven) {}

    /**
     * @param base the last final block, or the one before the first
     */
    static Following from(ResumePoint start, BlockRef base, Means means) {
        var cursor = start.cursor() != null ? start.cursor() : base;
        var known = new Beneficiaries(start.beneficiaries());
        var window = new Window(cursor, base, start.unfinalised());
        var blooms = new BloomCheck();
        return new Following(
                window,
                new HandedOn(window, known, auditor(means, window, blooms, known)),
                new Live(
                        means.settings,
                        means.endpoints,
                        means.requests,
                        means.whole,
                        blooms,
                        window));
    }

    private static @Nullable Auditor auditor(
            Means means, Window window, BloomCheck blooms, Beneficiaries known) {
        return means.settings.audit() == AuditDepth.NONE
                ? null
                : new Auditor(
                        new Audit(means.settings, means.endpoints, blooms, means.whole),
                        window,
                        means.endpoints,
                        means.proven,
                        window.base(),
                        known,
                        means.settings.poll());
    }
}
