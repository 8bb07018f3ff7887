package org.urunan.chain;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * What endpoints say of a block.
 *
 * @param has how many have it on their chain
 * @param lacks how many have another one in its place
 * @param all how many there are
 */
record Opinions(int has, int lacks, int all) {

    /** Asks all of them at once, unless the block is one of those that were read. */
    static Opinions of(List<Endpoint> endpoints, BlockRef block, Window window)
            throws InterruptedException {
        if (window.has(block)) {
            return new Opinions(1, 0, 1);
        }
        var has = 0;
        var lacks = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var questions = endpoints.stream().map(it -> question(it, block)).toList();
            for (var answer : threads.invokeAll(questions)) {
                switch (answer.get()) {
                    case 1 -> has++;
                    case -1 -> lacks++;
                    default -> {}
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking for a block failed: " + e.getCause(), e);
        }
        return new Opinions(has, lacks, endpoints.size());
    }

    /** 1 if it has the block, −1 if it has another one, 0 if it does not say. */
    private static Callable<Integer> question(Endpoint endpoint, BlockRef block) {
        var number = block.number();
        return () -> {
            try {
                var told = endpoint.answer(number, chain -> chain.headers(number, number));
                return told.getFirst().ref().equals(block) ? 1 : -1;
            } catch (ChainFailure e) {
                return 0; // Its health says why.
            }
        };
    }

    boolean isRight() {
        return has > lacks;
    }

    /** Most of all endpoints say so, not only most of those that answered. */
    boolean isWrong() {
        return 2 * lacks > all;
    }
}
