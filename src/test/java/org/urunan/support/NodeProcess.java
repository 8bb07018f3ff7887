package org.urunan.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The packaged node as an operator runs it: {@code java -jar} and an environment. For tests named
 * {@code *IT}, which run after packaging.
 */
public final class NodeProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "node", "urunan.jar").toAbsolutePath();
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    /** How a command ended. */
    public record Outcome(int exitCode, String output) {}

    private final ProcessBuilder builder;
    private final Process process;
    private final Site site;
    private final Path log;

    private NodeProcess(ProcessBuilder builder, Site site, Path log) throws IOException {
        this.builder = builder;
        this.process = builder.start();
        this.site = site;
        this.log = log;
    }

    /**
     * Starts a node on a free port of the loopback interface and waits until it answers.
     *
     * @param folder keeps its data, unless the environment says otherwise, and its log
     * @throws IllegalStateException with the end of its log if it stops, or does not answer in time
     */
    public static NodeProcess start(Path folder, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(folder);
        var port = freePort();
        var log = folder.resolve("node.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(java.toString(), "-Xmx512m", "-jar", JAR.toString());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("URUNAN_") || name.startsWith("QUARKUS_"));
        builder.environment().put("URUNAN_DATA_DIR", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var node = new NodeProcess(builder, new Site(URI.create("http://127.0.0.1:" + port)), log);
        try {
            node.await("answers", () -> node.site.answers("/q/health/live"));
        } catch (RuntimeException | Error e) {
            node.kill();
            throw e;
        }
        return node;
    }

    public Site site() {
        return site;
    }

    public URI url() {
        return site.url();
    }

    /** {@link Site#get} */
    public String get(String path) {
        return site.get(path);
    }

    /** {@link Site#ask} */
    public HttpResponse<String> ask(String path) {
        return site.ask(path);
    }

    /**
     * Waits up to 90 seconds.
     *
     * @param what for the sentence that says what was waited for in vain
     */
    public void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The node %s before this was so: it %s.%nIts status: %s%nIts log ends with:%n%s"
                                .formatted(
                                        process.isAlive() ? "took 90 s" : "stopped",
                                        what,
                                        status(),
                                        tail()));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting until it " + what, e);
            }
        }
    }

    /**
     * Runs a command of the node beside it, as its operator would: with the same environment.
     *
     * @return its exit code, and what it said
     */
    public Outcome run(String... command) throws IOException {
        var words = new ArrayList<>(builder.command());
        words.addAll(List.of(command));
        var beside = new ProcessBuilder(words).redirectErrorStream(true);
        beside.environment().clear();
        beside.environment().putAll(builder.environment());
        var running = beside.start();
        try (var output = running.inputReader()) {
            var said = String.join("\n", output.readAllLines());
            return new Outcome(running.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a command ran", e);
        } finally {
            running.destroyForcibly();
        }
    }

    /** {@code kill -9}: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    /** {@code kill -TERM}, and after ten seconds {@link #kill}. */
    @Override
    public void close() {
        process.destroy();
        if (!ended()) {
            kill();
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What the node says of itself, if it still answers. */
    private String status() {
        try {
            return site.get("/status").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        } catch (RuntimeException | AssertionError e) {
            return "(none: %s)".formatted(e.getMessage());
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(unreadable: %s)".formatted(e.getMessage());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
