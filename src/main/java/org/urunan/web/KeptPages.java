package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages as they were made for the present head and the present texts, all forgotten when one of
 * them changes; and after two seconds at the latest, because the operator may refuse to show
 * something. Bounded by bytes.
 */
@ApplicationScoped
class KeptPages {

    record Kept(byte[] bytes, String tag) {}

    private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long MOST_BYTES = 64L << 20;

    private record Generation(
            Heads.@Nullable News news,
            long begunAt,
            ConcurrentHashMap<String, Kept> pages,
            AtomicLong bytes) {}

    private final Heads heads;
    private volatile Generation generation;

    KeptPages(Heads heads) {
        this.heads = heads;
        this.generation = begin();
    }

    Kept get(String key, Supplier<Kept> making) {
        var current = current();
        var found = current.pages().get(key);
        if (found != null) {
            return found;
        }
        var made = making.get();
        if (current.bytes().addAndGet(made.bytes().length) <= MOST_BYTES) {
            current.pages().put(key, made);
        }
        return made;
    }

    private Generation current() {
        var current = generation;
        var age = System.nanoTime() - current.begunAt();
        if (!Objects.equals(current.news(), heads.news()) || age > LONGEST_NANOS) {
            current = begin();
            generation = current;
        }
        return current;
    }

    private Generation begin() {
        return new Generation(
                heads.news(), System.nanoTime(), new ConcurrentHashMap<>(), new AtomicLong());
    }
}
