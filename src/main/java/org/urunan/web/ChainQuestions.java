package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.chain.Endpoints;
import org.urunan.chain.TxFate;
import org.urunan.money.Hash;

/**
 * What only the chain itself can tell: the fate of a transaction that no block of ours has. Few
 * questions at once and a short wait, so that no visitor can keep the endpoint from the reader.
 */
@ApplicationScoped
class ChainQuestions {

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 3;

    private final Endpoints endpoints;
    private final Semaphore open = new Semaphore(AT_ONCE);

    ChainQuestions(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * @param isRead whether the ledger has read a block: not another one of the same number
     */
    TxState stateOf(Hash tx, Predicate<BlockRef> isRead) {
        if (!open.tryAcquire()) {
            return TxState.NOT_ASKED;
        }
        try {
            return state(ask(tx), isRead);
        } catch (CompletionException e) {
            return TxState.NOT_ASKED;
        }
    }

    /**
     * The place is given back when the endpoint has answered, not when the visitor stops waiting.
     */
    private @Nullable TxFate ask(Hash tx) {
        var answer = new CompletableFuture<@Nullable TxFate>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        answer.complete(endpoints.ask(chain -> chain.fate(tx)));
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    } finally {
                        open.release();
                    }
                });
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static TxState state(@Nullable TxFate fate, Predicate<BlockRef> isRead) {
        if (fate == null) {
            return TxState.UNKNOWN;
        }
        var block = fate.block();
        if (block == null) {
            return TxState.PENDING;
        }
        if (fate.isFailed()) {
            return TxState.FAILED;
        }
        return isRead.test(block) ? TxState.NO_DONATION : TxState.AHEAD;
    }
}
