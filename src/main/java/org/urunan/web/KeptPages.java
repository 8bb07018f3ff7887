package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.urunan.content.Cid;
import org.urunan.content.Refusals;
import org.urunan.money.Hash;

/**
 * Pages as they were made for the present head, the present texts and what the operator refuses to
 * show, all forgotten when one of them changes. Bounded by bytes.
 */
@ApplicationScoped
class KeptPages {

    /**
     * A page as nearly every browser takes it.
     *
     * @param tag tells apart what pages show
     */
    record Kept(byte[] gzip, String tag, long madeAt) {

        static Kept of(byte[] bytes) {
            var zipped = new ByteArrayOutputStream(bytes.length / 3);
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var tag = Hash.sha256(bytes).toString().substring(2, 22);
            return new Kept(zipped.toByteArray(), tag, System.nanoTime());
        }

        /** For the few programs that do not take it so. */
        byte[] plain() {
            try (var zip = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
                return zip.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isYounger(Duration age) {
            return System.nanoTime() - madeAt < age.toNanos();
        }
    }

    private static final long MOST_BYTES = 32L << 20;

    private record Generation(
            Heads.@Nullable News news,
            Map<Cid, Integer> refused,
            ConcurrentHashMap<String, Kept> pages,
            AtomicLong bytes) {

        /** Both are the same objects as long as nothing changes. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Heads.@Nullable News news, Map<Cid, Integer> refused) {
            return this.news == news && this.refused == refused && bytes.get() < MOST_BYTES;
        }
    }

    private final Heads heads;
    private final Refusals refusals;
    private volatile Generation generation;

    KeptPages(Heads heads, Refusals refusals) {
        this.heads = heads;
        this.refusals = refusals;
        this.generation = begin();
    }

    /**
     * @param longest how old it may be
     */
    Kept get(String key, Duration longest, Supplier<Kept> making) {
        var current = current();
        var found = current.pages().get(key);
        if (found != null && found.isYounger(longest)) {
            return found;
        }
        var made = making.get();
        current.pages().put(key, made);
        current.bytes().addAndGet(made.gzip().length);
        return made;
    }

    private Generation current() {
        var current = generation;
        if (!current.isOf(heads.news(), refusals.all())) {
            current = begin();
            generation = current;
        }
        return current;
    }

    private Generation begin() {
        return new Generation(
                heads.news(), refusals.all(), new ConcurrentHashMap<>(), new AtomicLong());
    }
}
