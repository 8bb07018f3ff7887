package org.urunan.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.content.Cid;
import org.urunan.content.WantList.Wanted;

class PeerClientTest {

    private static final byte[] CONTENT = "what was announced".getBytes(StandardCharsets.UTF_8);
    private static final Wanted WANTED = new Wanted(Cid.of(CONTENT), 64 * 1024, 0);
    private static final Duration DEADLINE = Duration.ofMillis(1_500);
    private static final String OK = "HTTP/1.1 200 OK";

    private static Fetched ask(HostilePeer peer) throws InterruptedException {
        return ask(peer, WANTED);
    }

    private static Fetched ask(HostilePeer peer, Wanted wanted) throws InterruptedException {
        try (var client = new PeerClient(DEADLINE)) {
            var began = System.nanoTime();
            var result = client.fetch(peer.url(), wanted);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(DEADLINE.plusSeconds(2));
            return result;
        }
    }

    @Test
    void contentIsTakenByItsHash() throws Exception {
        try (var peer = HostilePeer.sending(OK, CONTENT)) {
            assertThat(ask(peer))
                    .isInstanceOfSatisfying(
                            Fetched.Delivered.class, d -> assertThat(d.bytes()).isEqualTo(CONTENT));
        }
    }

    @Test
    void contentOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
        var bytes = new byte[64 * 1024];
        try (var peer = HostilePeer.sending(OK, bytes)) {
            assertThat(ask(peer, new Wanted(Cid.of(bytes), bytes.length, 0)))
                    .isInstanceOf(Fetched.Delivered.class);
            assertThat(ask(peer, new Wanted(Cid.of(bytes), bytes.length - 1, 0)))
                    .isInstanceOf(Fetched.Lied.class);
        }
    }

    @Test
    void otherBytesAreALie() throws Exception {
        try (var peer = HostilePeer.sending(OK, "forged".getBytes(StandardCharsets.UTF_8))) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Lied.class);
        }
        var page = "<!doctype html><title>Welcome to our hotel</title>";
        try (var peer =
                HostilePeer.sending(
                        OK + "\r\nContent-Type: text/html",
                        page.getBytes(StandardCharsets.UTF_8))) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Lied.class);
        }
    }

    @Test
    void anEndlessStreamIsCutAtTheLimit() throws Exception {
        var chunk = new byte[16 * 1024];
        try (var peer =
                new HostilePeer(
                        out -> {
                            out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                            while (true) {
                                out.write(chunk);
                            }
                        })) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Lied.class);
            var sent = peer.sent();
            Thread.sleep(300);
            assertThat(peer.sent()).as("the connection is closed").isLessThan(sent + 20_000_000);
            assertThat(peer.sent()).isLessThan(50_000_000);
        }
    }

    @Test
    void aLargeContentLengthIsRefusedUnread() throws Exception {
        try (var peer = HostilePeer.sending(OK + "\r\nContent-Length: 99999999999", new byte[10])) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Lied.class);
        }
    }

    @Test
    void oneByteASecondDoesNotHoldTheNode() throws Exception {
        try (var peer =
                new HostilePeer(
                        out -> {
                            out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                            for (var b : CONTENT) {
                                out.write(b);
                                Thread.sleep(1_000);
                            }
                        })) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
            Thread.sleep(2_500);
            assertThat(peer.sent()).isLessThan(OK.length() + 4 + 6);
        }
    }

    @Test
    void neitherDoSlowHeadersNorSilence() throws Exception {
        try (var peer =
                new HostilePeer(
                        out -> {
                            out.write((OK + "\r\nX-A: ").getBytes(StandardCharsets.ISO_8859_1));
                            while (true) {
                                out.write('a');
                                Thread.sleep(100);
                            }
                        })) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
        }
        try (var peer = new HostilePeer(out -> Thread.sleep(60_000))) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
        }
    }

    @Test
    void endlessHeadersAreCut() throws Exception {
        var line = ("X-Long: " + "a".repeat(8_000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (var peer =
                new HostilePeer(
                        out -> {
                            out.write((OK + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                            while (true) {
                                out.write(line);
                            }
                        })) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
        }
    }

    @Test
    void aGzipBombStaysAsSmallAsItCame() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (var i = 0; i < 30; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        try (var peer =
                HostilePeer.sending(OK + "\r\nContent-Encoding: gzip", bomb.toByteArray())) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Lied.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws Exception {
        try (var inner = HostilePeer.sending(OK, CONTENT);
                var peer =
                        HostilePeer.sending(
                                "HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s/ipfs/%s"
                                        .formatted(status, inner.url(), WANTED.cid()),
                                new byte[0])) {
            assertThat(ask(peer))
                    .isEqualTo(new Fetched.Failed("it answered with status " + status));
            assertThat(inner.questions()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 412, 451})
    void absentIsNoFailure(int status) throws Exception {
        try (var peer = HostilePeer.sending("HTTP/1.1 %d No".formatted(status), CONTENT)) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Absent.class);
        }
    }

    @Test
    void bodiesOfErrorsAreNotRead() throws Exception {
        try (var peer =
                new HostilePeer(
                        out -> {
                            out.write(
                                    "HTTP/1.1 500 No\r\n\r\n"
                                            .getBytes(StandardCharsets.ISO_8859_1));
                            while (true) {
                                out.write(new byte[16 * 1024]);
                            }
                        })) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
            Thread.sleep(300);
            assertThat(peer.sent()).isLessThan(30_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "HTTP/1.1", "HTTP/1.1 abc OK\r\n\r\n", "\0\0\0\0\r\n\r\n"})
    void whatIsNotHttpIsAFailure(String text) throws Exception {
        try (var peer =
                new HostilePeer(out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)))) {
            assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
        }
    }

    @Test
    void aPeerThatIsNotThereIsAFailure() throws IOException, InterruptedException {
        var peer = HostilePeer.sending(OK, CONTENT);
        peer.close();
        assertThat(ask(peer)).isInstanceOf(Fetched.Failed.class);
    }
}
