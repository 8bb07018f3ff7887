package org.urunan.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.urunan.chain.BlockHeader;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.ChainLog;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;

/** An endpoint that fails, lags, mixes up and, if it may, leaves out, until told to stop. */
final class RandomFaults {

    /** Everybody tells these where one lies about heads: whom nobody contradicts is believed. */
    private static final Set<String> HEADS = Set.of("chainId", "latest", "finalised");

    private final FakeChain chain;
    private final FakeEndpoint endpoint;
    private final Random random;
    private final double failing;
    private final boolean canLie;
    private boolean tellsHeads;
    private volatile boolean isHonest;

    RandomFaults(FakeChain chain, int number, long seed, boolean canLie) {
        this.chain = chain;
        this.random = new Random(seed);
        this.canLie = canLie;
        this.failing = random.nextInt(3) * 0.1;
        this.endpoint = new FakeEndpoint(chain, "endpoint" + number);
        endpoint.fault(this::fail).tellLogs(this::distort).tellHeaders(this::mixUp);
        new RandomLies(this::isRare, this::pick, canLie).tellBy(endpoint);
        if (random.nextInt(3) == 0) {
            endpoint.refuseWiderThan(1 + random.nextInt(20), random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            endpoint.lagBehind(random.nextInt(5));
        }
        if (random.nextInt(4) == 0) {
            endpoint.tellNoTimes();
        }
    }

    FakeEndpoint endpoint() {
        return endpoint;
    }

    /** Whatever else it does, it never fails to tell a head. */
    void alwaysTellHeads() {
        tellsHeads = true;
    }

    void lieAboutHeads(RandomHeads heads) {
        endpoint.tellLatest(it -> isHonest ? it : heads.latest(it));
        endpoint.tellFinalised(it -> isHonest ? it : heads.finalised(it));
    }

    /** Half of its answers are those of an older state, as long as finality does not exclude it. */
    void remember(FakeChain old) {
        endpoint.see(() -> isPossible(old) && isRare(2) ? old : chain);
    }

    private boolean isPossible(FakeChain old) {
        synchronized (chain) {
            var last = Math.min(old.head(), chain.finalised());
            return old.header(last).equals(chain.header(last));
        }
    }

    void stop() {
        isHonest = true;
        endpoint.lagBehind(0);
    }

    private void fail(String method) {
        if (isHonest || (tellsHeads && HEADS.contains(method))) {
            return;
        }
        int kind;
        synchronized (random) {
            if (random.nextDouble() >= failing) {
                return;
            }
            kind = random.nextInt(6);
        }
        throw switch (kind) {
            case 0 -> new ChainFailure.RateLimited("429", Duration.ofMillis(1));
            case 1 -> new ChainFailure.Lagging("not yet");
            case 2 -> new ChainFailure.WrongAnswer("null");
            case 3 -> new ChainFailure.RangeTooWide("query returned more than 10000 results", 0);
            default -> new ChainFailure.Unavailable("connection reset", null);
        };
    }

    private List<ChainLog> distort(List<ChainLog> logs) {
        synchronized (random) {
            if (isHonest || logs.isEmpty() || random.nextInt(6) > 0) {
                return logs;
            }
            var told = new ArrayList<>(logs);
            switch (random.nextInt(canLie ? 3 : 2)) {
                case 0 -> told.add(told.get(random.nextInt(told.size())));
                case 1 -> Collections.shuffle(told, random);
                default -> told.remove(random.nextInt(told.size()));
            }
            return told;
        }
    }

    private List<BlockHeader> mixUp(List<BlockHeader> headers) {
        synchronized (random) {
            if (isHonest || headers.isEmpty() || random.nextInt(10) > 0) {
                return headers;
            }
            return random.nextBoolean()
                    ? headers.reversed()
                    : headers.subList(0, headers.size() - 1);
        }
    }

    /** Once in so many times, until it is told to stop. */
    private boolean isRare(int times) {
        return !isHonest && pick(times) == 0;
    }

    private int pick(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }
}
