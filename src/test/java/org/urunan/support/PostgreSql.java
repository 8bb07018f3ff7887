package org.urunan.support;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of our own: in a temporary folder, on a free loopback port, started when first
 * asked for, and ended with the tests. As root it runs as user {@code postgres}, because PostgreSQL
 * refuses root. Nothing is synced to disk: its data need not outlive the tests.
 */
public final class PostgreSql {

    private static final String USER = "urunan";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgreSql running;

    private final Path bin;
    private final Path folder;
    private final int port;

    private PostgreSql(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** The JDBC URL of a new and empty database; it names its user, and needs no password. */
    public static synchronized String newDatabase() {
        if (running == null) {
            running = start();
        }
        var name = "test" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(running.url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return running.url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, USER);
    }

    private static PostgreSql start() {
        try {
            var folder = Files.createTempDirectory("urunan-postgresql");
            if (isRoot()) {
                run(folder, List.of("chown", "postgres", folder.toString()));
            }
            var server = new PostgreSql(findBin(), folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.control(
                    "initdb", "-D", server.data(), "-A", "trust", "-U", USER, "-E", "UTF8", "-N");
            server.control(
                    "pg_ctl",
                    "-D",
                    server.data(),
                    "-l",
                    folder + "/log",
                    "-w",
                    "-o",
                    "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                            + " -c full_page_writes=off -c max_connections=200 -p "
                            + server.port,
                    "start");
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        control("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("Could not delete " + folder + ": " + e);
        }
    }

    private String data() {
        return folder + "/data";
    }

    private void control(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(folder, command);
    }

    private static void run(Path folder, List<String> command) {
        try {
            var output = Files.createTempFile("urunan", ".out");
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var isDone = process.waitFor(60, TimeUnit.SECONDS);
            var said = Files.readString(output);
            Files.delete(output);
            if (!isDone || process.exitValue() != 0) {
                throw new IllegalStateException("%s failed: %s".formatted(command, said));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The newest one that a distribution installed, or else the one on the path. */
    private static Path findBin() throws IOException {
        return Stream.concat(installed(), onPath())
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Tests need PostgreSQL's server; on Debian: apt-get install postgresql"));
    }

    private static Stream<Path> installed() throws IOException {
        var versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (var all = Files.list(versions)) {
            return all
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Path> onPath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
