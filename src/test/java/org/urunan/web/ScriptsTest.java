package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private static final String FOLDER = "/META-INF/resources/assets/";

    @Test
    void aFileThatTheManifestNamesAndThatIsNotThereStopsTheStart() throws IOException {
        for (var missing : new String[] {"{\"give\":\"give-GONE.js\"}", "{\"give\":null}"}) {
            var manifest = new ObjectMapper().readTree(missing);
            assertThatThrownBy(() -> Scripts.paths(manifest, FOLDER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("\"give\"")
                    .hasMessageContaining("bin/build --assets");
        }
    }

    @Test
    void everyEntryThatATemplateNamesIsNeededAtTheStart() throws IOException {
        var named = new TreeSet<String>();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                var calls =
                        Pattern.compile("scripts\\.of\\('([^']+)'\\)")
                                .matcher(Files.readString(template));
                calls.results().forEach(call -> named.add(call.group(1)));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(Scripts.NEEDED).containsAll(named);
    }
}
