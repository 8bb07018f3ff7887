package org.urunan.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/dev} as a developer runs it, without the gifts that it makes now and then: chain, demo
 * data and node. It builds what is not built, so {@code bin/test} builds first.
 */
public final class DevProcess implements AutoCloseable {

    private static final long LONGEST_START_SECONDS = 300;

    private final Path folder;
    private final Process process;

    private DevProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Returns when it shows its address.
     *
     * @param folder keeps chain and ledger, so that another start goes on from there
     */
    public static DevProcess start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var command = List.of("bin/dev", "--still", "--folder", folder.toString());
        var log = folder.resolve("dev.log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        var dev = new DevProcess(folder, process);
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (!Files.exists(folder.resolve("url"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                dev.stop();
                throw new IllegalStateException(
                        "bin/dev did not start:\n" + Files.readString(log.toPath()));
            }
            Thread.sleep(100);
        }
        return dev;
    }

    public Site site() {
        return new Site(URI.create(read("url")));
    }

    /** The JSON-RPC endpoint of its chain. */
    public String rpcUrl() {
        return read("rpc");
    }

    /** The last block's hash as the chain itself tells it: its node may not have seen it yet. */
    public String headHash() {
        var answer =
                new JsonRpc(URI.create(rpcUrl())).call("eth_getBlockByNumber", "\"latest\", false");
        try {
            return new ObjectMapper().readTree(answer).at("/result/hash").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path tokenList() {
        return folder.resolve("tokens.json");
    }

    /** {@code kill -9} of the node; {@code bin/dev} then stops the rest and ends. */
    public void killNode() {
        ProcessHandle.of(Long.parseLong(read("node.pid"))).orElseThrow().destroyForcibly();
        awaitEnd();
    }

    /** Whether any process that it started is still there. */
    public boolean leftAnything() {
        return ProcessHandle.allProcesses()
                .anyMatch(p -> p.info().commandLine().orElse("").contains(folder.toString()));
    }

    /** As Ctrl-C does. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        stop();
    }

    private void awaitEnd() {
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
