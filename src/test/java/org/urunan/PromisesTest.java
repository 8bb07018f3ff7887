package org.urunan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/promises.md names tests; a test that was renamed or removed must not be promised. */
class PromisesTest {

    private static final Pattern JAVA = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");
    private static final Pattern FILE =
            Pattern.compile("`([\\w./-]+\\.(?:t\\.sol|test\\.m?ts|test\\.mjs))`");

    @Test
    void everyPromisedTestExists() throws IOException {
        var promises = Files.readString(Path.of("docs", "promises.md"));
        var sources = sources();
        var missing = new ArrayList<String>();

        JAVA.matcher(promises)
                .results()
                .filter(named -> !isThere(sources, named.group(1), named.group(2)))
                .forEach(named -> missing.add(named.group()));
        FILE.matcher(promises)
                .results()
                .filter(named -> sources.stream().noneMatch(s -> s.endsWith(named.group(1))))
                .forEach(named -> missing.add(named.group()));

        assertThat(missing).isEmpty();
        assertThat(JAVA.matcher(promises).results().count()).isGreaterThan(20);
    }

    private static boolean isThere(List<Path> sources, String type, String method) {
        return sources.stream()
                .filter(source -> source.endsWith(type + ".java"))
                .anyMatch(
                        source -> method == null || text(source).contains("void " + method + "("));
    }

    private static List<Path> sources() throws IOException {
        try (var java = Files.walk(Path.of("src", "test"));
                var solidity = Files.walk(Path.of("contracts", "test"));
                var typescript = Files.walk(Path.of("frontend", "test"))) {
            return Stream.of(java, solidity, typescript).flatMap(files -> files).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
