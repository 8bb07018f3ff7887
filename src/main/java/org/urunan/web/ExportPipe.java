package org.urunan.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Between a thread that makes a file and the one that sends it: both work at the same time, and
 * whoever is faster waits, so that memory is bounded.
 */
final class ExportPipe extends OutputStream {

    private static final int PIECE = 64 * 1024;
    private static final int PIECES = 8;
    private static final long LOOK_MILLIS = 200;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES);
    private volatile boolean isAbandoned;
    private volatile @Nullable RuntimeException failure;

    private ExportPipe() {}

    /**
     * Sends what {@code making} writes.
     *
     * @throws IOException if {@code out} takes no more; then making is ended, too
     */
    static void run(Consumer<OutputStream> making, OutputStream out) throws IOException {
        var pipe = new ExportPipe();
        // Never interrupted: H2 closes its files under an interrupted thread.
        Thread.ofVirtual().name("export").start(() -> pipe.make(making));
        pipe.send(out);
    }

    private void make(Consumer<OutputStream> making) {
        try (var buffered = new BufferedOutputStream(this, PIECE)) {
            making.accept(buffered);
        } catch (IOException | Error e) {
            // Out of memory, for one: what was sent until then must not pass for all there is.
            failure = new IllegalStateException("The export was not written to its end", e);
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            end();
        }
    }

    private void send(OutputStream out) throws IOException {
        try {
            for (var piece = pieces.take(); piece != END; piece = pieces.take()) {
                out.write(piece);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while sending an export", e);
        } finally {
            isAbandoned = true;
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0 && !put(Arrays.copyOfRange(bytes, offset, offset + length))) {
            throw new IOException("Nobody takes the export any more");
        }
    }

    private void end() {
        var _ = put(END);
    }

    /**
     * @return whether somebody takes it
     */
    private boolean put(byte[] piece) {
        try {
            while (!isAbandoned) {
                if (pieces.offer(piece, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
