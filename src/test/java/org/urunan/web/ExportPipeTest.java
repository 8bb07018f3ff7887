package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExportPipeTest {

    private static final int LARGE = 5_000_000;

    @Test
    void everythingWrittenIsSentInOrder() throws IOException {
        var bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        var sent = new ByteArrayOutputStream();
        ExportPipe.run(
                into -> {
                    write(into, bytes, 0, 10);
                    write(into, bytes, 10, LARGE - 11);
                    write(into, bytes, LARGE - 1, 1);
                },
                sent);
        assertThat(sent.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void whatFailsInTheMakingFailsTheSending() {
        assertThatThrownBy(
                        () ->
                                ExportPipe.run(
                                        into -> {
                                            throw new IllegalStateException("no database");
                                        },
                                        new ByteArrayOutputStream()))
                .hasMessage("no database");
    }

    @Test
    void whatEndsInTheMiddleIsNotSentAsIfItWereAll() {
        assertThatThrownBy(
                        () ->
                                ExportPipe.run(
                                        into -> {
                                            write(into, new byte[100], 0, 100);
                                            throw new OutOfMemoryError("as planned");
                                        },
                                        new ByteArrayOutputStream()))
                .hasRootCauseMessage("as planned");
    }

    @Test
    void makingEndsWhenNobodyTakesMore() throws Exception {
        var ended = new CompletableFuture<Throwable>();
        var gone =
                new OutputStream() {
                    @Override
                    public void write(int single) throws IOException {
                        throw new IOException("gone");
                    }
                };
        assertThatThrownBy(() -> ExportPipe.run(into -> writeForEver(into, ended), gone))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(UncheckedIOException.class);
    }

    private static void writeForEver(OutputStream into, CompletableFuture<Throwable> ended) {
        try {
            while (true) {
                write(into, new byte[100_000], 0, 100_000);
            }
        } catch (UncheckedIOException e) {
            ended.complete(e);
            throw e;
        }
    }

    private static void write(OutputStream into, byte[] bytes, int from, int length) {
        try {
            into.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
