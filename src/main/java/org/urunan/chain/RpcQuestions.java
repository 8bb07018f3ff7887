package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Requests to one endpoint, several in a batch as far as it takes batches. Any thread. */
final class RpcQuestions {

    private static final int MOST_IN_A_BATCH = 1_000;
    private static final int BATCHES_TO_TRY_MORE = 100;

    /** From an endpoint that never answered one: perhaps it is no passing trouble. */
    private static final int REFUSALS_BEFORE_DOUBT = 3;

    private final RpcTransport transport;
    private final RpcAnswers answers;
    private final AtomicInteger batchesTaken = new AtomicInteger();
    private volatile int largestBatch = MOST_IN_A_BATCH;
    private final AtomicInteger refusedTogether = new AtomicInteger();
    private volatile boolean takesTogether = true;

    RpcQuestions(RpcTransport transport) {
        this.transport = transport;
        this.answers = new RpcAnswers(transport.name());
    }

    <T> @Nullable T ask(RpcRequest request, RpcAnswers.Result<T> parser) {
        return answers.one(transport.post(request.body(1)), false, parser);
    }

    /** One answer for each request, in their order. */
    <T> List<@Nullable T> askAll(List<RpcRequest> requests, RpcAnswers.Result<T> parser) {
        return askAll(requests, answers, parser);
    }

    /** The same; null for what the endpoint says it does not know or cannot compute. */
    <T> List<@Nullable T> askEach(List<RpcRequest> requests, RpcAnswers.Result<T> parser) {
        return askAll(requests, answers.orNothing(), parser);
    }

    private <T> List<@Nullable T> askAll(
            List<RpcRequest> requests, RpcAnswers answers, RpcAnswers.Result<T> parser) {
        if (requests.size() == 1) {
            return alone(requests, false, answers, parser);
        }
        var size = Math.min(requests.size(), largestBatch);
        if (size == requests.size()) {
            try {
                var body = transport.post(RpcRequest.body(requests));
                var results = answers.batch(body, size, false, parser);
                tryLargerBatches();
                return results;
            } catch (RpcAnswers.BatchRefused
                    | ChainFailure.NotSupported
                    | ChainFailure.RangeTooWide e) {
                largestBatch = Math.max(1, size / 2);
            }
        }
        return inParts(requests, largestBatch, answers, parser);
    }

    /**
     * A few requests that are one question: in one batch, unless the endpoint takes none. What it
     * says of a single request is its answer to the question.
     *
     * @param isRange whether the question is for a range of blocks
     */
    <T> List<@Nullable T> together(
            List<RpcRequest> requests, boolean isRange, RpcAnswers.Result<T> parser) {
        if (requests.size() > 1 && takesTogether) {
            try {
                var body = transport.post(RpcRequest.body(requests));
                var results = answers.batch(body, requests.size(), isRange, parser);
                refusedTogether.set(Integer.MIN_VALUE);
                return results;
            } catch (RpcAnswers.BatchRefused e) {
                takesTogether = false;
            } catch (ChainFailure.NotSupported | ChainFailure.Unavailable e) {
                if (refusedTogether.incrementAndGet() < REFUSALS_BEFORE_DOUBT) {
                    throw e;
                }
                takesTogether = false;
            }
        }
        return alone(requests, isRange, answers, parser);
    }

    private <T> List<@Nullable T> alone(
            List<RpcRequest> requests,
            boolean isRange,
            RpcAnswers answers,
            RpcAnswers.Result<T> parser) {
        var results = new ArrayList<@Nullable T>(requests.size());
        for (var request : requests) {
            results.add(answers.one(transport.post(request.body(1)), isRange, parser));
        }
        return results;
    }

    /** What refused a batch may have been a passing trouble. */
    private void tryLargerBatches() {
        if (batchesTaken.incrementAndGet() % BATCHES_TO_TRY_MORE == 0) {
            largestBatch = Math.min(MOST_IN_A_BATCH, 2 * largestBatch);
        }
    }

    private <T> List<@Nullable T> inParts(
            List<RpcRequest> requests, int size, RpcAnswers answers, RpcAnswers.Result<T> parser) {
        var results = new ArrayList<@Nullable T>(requests.size());
        for (var from = 0; from < requests.size(); from += size) {
            var to = Math.min(requests.size(), from + size);
            results.addAll(askAll(requests.subList(from, to), answers, parser));
        }
        tryLargerBatches();
        return results;
    }
}
