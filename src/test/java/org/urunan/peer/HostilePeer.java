package org.urunan.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that sends whatever a test wants, byte by byte, to everybody who connects. */
final class HostilePeer implements AutoCloseable {

    /** Writes the whole answer, status line included. */
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    HostilePeer(Answer answer) throws IOException {
        this.answer = answer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    static HostilePeer sending(String head, byte[] body) throws IOException {
        return new HostilePeer(
                out -> {
                    out.write(
                            (head + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    out.write(body);
                });
    }

    PeerUrl url() {
        return PeerUrl.parse("http://127.0.0.1:" + server.getLocalPort());
    }

    int questions() {
        return questions.get();
    }

    long sent() {
        return sent.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.startVirtualThread(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            for (var newlines = 0; newlines < 2; ) {
                var c = in.read();
                if (c < 0) {
                    return;
                }
                newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
            }
            questions.incrementAndGet();
            answer.write(counted(socket.getOutputStream()));
        } catch (IOException e) {
            // The other side closed, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutputStream counted(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                out.flush();
                sent.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                out.flush();
                sent.addAndGet(length);
            }
        };
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
