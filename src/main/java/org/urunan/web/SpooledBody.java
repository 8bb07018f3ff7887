package org.urunan.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A request's body in a temporary file, at most so many bytes and for so long: slow senders take up
 * a little disk, not memory.
 */
final class SpooledBody implements AutoCloseable {

    /** It has more bytes than are taken. */
    static final class TooLarge extends IOException {}

    /** It did not end in time. */
    static final class TooSlow extends IOException {}

    private final Path file;

    private SpooledBody(Path file) {
        this.file = file;
    }

    static SpooledBody receive(InputStream body, int limit, Duration longest) throws IOException {
        var spooled = new SpooledBody(Files.createTempFile("urunan-upload", null));
        try {
            spooled.fill(body, limit, System.nanoTime() + longest.toNanos());
            return spooled;
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    private void fill(InputStream body, int limit, long deadline) throws IOException {
        var buffer = new byte[16 * 1024];
        var length = 0;
        try (var out = Files.newOutputStream(file)) {
            for (var n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                length += n;
                if (length > limit) {
                    throw new TooLarge();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new TooSlow();
                }
                out.write(buffer, 0, n);
            }
        }
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
