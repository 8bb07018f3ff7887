package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpooledBodyTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private long filesBefore;

    @BeforeEach
    void count() throws IOException {
        filesBefore = files();
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("urunan-upload"))
                    .count();
        }
    }

    @Test
    void aBodyUpToTheLimitIsGivenBackAndLeavesNoFile() throws IOException {
        var bytes = new byte[100_000];
        bytes[99_999] = 7;
        try (var body = SpooledBody.receive(new ByteArrayInputStream(bytes), 100_000, LONG)) {
            assertThat(body.bytes()).isEqualTo(bytes);
        }
        assertThat(files()).isEqualTo(filesBefore);
    }

    @Test
    void oneByteMoreIsRefusedAndLeavesNoFile() throws IOException {
        var bytes = new ByteArrayInputStream(new byte[100_001]);
        assertThatThrownBy(() -> SpooledBody.receive(bytes, 100_000, LONG))
                .isInstanceOf(SpooledBody.TooLarge.class);
        assertThat(files()).isEqualTo(filesBefore);
    }

    @Test
    void anEndlessBodyIsReadNoFurtherThanTheLimit() {
        var body = new Endless(Duration.ZERO);
        assertThatThrownBy(() -> SpooledBody.receive(body, 1_000_000, LONG))
                .isInstanceOf(SpooledBody.TooLarge.class);
        assertThat(body.given).isLessThan(1_100_000);
    }

    @Test
    void aSlowSenderIsGivenUp() throws IOException {
        var body = new Endless(Duration.ofMillis(20));
        assertThatThrownBy(() -> SpooledBody.receive(body, 1_000_000, Duration.ofMillis(100)))
                .isInstanceOf(SpooledBody.TooSlow.class);
        assertThat(body.given).isLessThan(1_000);
        assertThat(files()).isEqualTo(filesBefore);
    }

    /** Without a pause as many bytes as asked for; with one a byte at a time. */
    private static final class Endless extends InputStream {
        private final Duration pause;
        private long given;

        Endless(Duration pause) {
            this.pause = pause;
        }

        @Override
        public int read() {
            given++;
            return 1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            var n = pause.isZero() ? length : 1;
            given += n;
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return n;
        }
    }
}
