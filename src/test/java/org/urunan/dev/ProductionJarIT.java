package org.urunan.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ProductionJarIT {

    private static final Path PACKAGED = Path.of("target", "node");

    @Test
    void developmentPartsAreInNoJar() throws IOException {
        var files = files();

        assertThat(files).anyMatch(file -> file.startsWith("org/urunan/ledger/"));
        assertThat(files).anyMatch(file -> file.startsWith("META-INF/resources/assets/"));
        assertThat(files)
                .noneMatch(file -> file.startsWith("org/urunan/dev"))
                .noneMatch(file -> file.startsWith("demo/"))
                .noneMatch(file -> file.contains("demo-wallet"))
                .noneMatch(file -> file.startsWith("META-INF/resources/assets/dev"));
    }

    private static List<String> files() throws IOException {
        var files = new ArrayList<String>();
        try (var found = Files.walk(PACKAGED)) {
            for (var jar : found.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (var opened = new JarFile(jar.toFile())) {
                    opened.stream().forEach(entry -> files.add(entry.getName()));
                }
            }
        }
        return files;
    }
}
