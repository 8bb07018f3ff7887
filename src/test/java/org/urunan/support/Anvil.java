package org.urunan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real development chain in a process of its own, on a free loopback port; ends with the test.
 */
public final class Anvil implements AutoCloseable {

    private static final Path PACKAGES = Path.of("contracts/node_modules/@foundry-rs");

    private final Process process;
    private final URI url;
    private final JsonRpc rpc;
    private final Thread atExit;

    private Anvil(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.rpc = new JsonRpc(url);
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** With chain id 31337, automatic mining, and the latest block but one final. */
    public static Anvil start(String... options) {
        var port = freePort();
        var command = new ArrayList<String>();
        command.addAll(List.of(binary().toString(), "--silent", "--port", "" + port));
        command.addAll(List.of("--slots-in-an-epoch", "1"));
        command.addAll(List.of(options));
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var anvil = new Anvil(process, URI.create("http://127.0.0.1:" + port));
            anvil.awaitAnswer();
            return anvil;
        } catch (IOException e) {
            throw new UncheckedIOException("anvil does not start", e);
        }
    }

    public URI url() {
        return url;
    }

    public URI webSocketUrl() {
        return URI.create("ws://127.0.0.1:" + url.getPort());
    }

    /** {@link JsonRpc#call} */
    public String call(String method, String parameters) {
        return rpc.call(method, parameters);
    }

    public void mine(int blocks) {
        call("anvil_mine", "\"0x%x\"".formatted(blocks));
    }

    /**
     * Replaces the last blocks by as many empty ones. Nothing may be mined meanwhile, not even by
     * automatic mining: anvil then ends up with a chain that has holes.
     */
    public void reorg(int depth) {
        call("anvil_reorg", depth + ",[]");
    }

    private void awaitAnswer() {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                rpc.call("eth_chainId", "");
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    close();
                    throw new AssertionError("anvil does not answer", e);
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static Path binary() {
        try (var packages = Files.list(PACKAGES)) {
            return packages.filter(it -> it.getFileName().toString().startsWith("anvil-"))
                    .map(it -> it.resolve("bin/anvil"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No anvil in " + PACKAGES));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The contracts' packages are missing: run npm ci in contracts/", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
