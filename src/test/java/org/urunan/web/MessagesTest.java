package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}|%(\\w+)%");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsThereInBothLanguages(String bundle) throws IOException {
        assertThat(read(bundle, "id").keySet()).isEqualTo(read(bundle, "en").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void translationsNameTheSameValues(String bundle) throws IOException {
        var english = read(bundle, "en");
        read(bundle, "id")
                .forEach(
                        (key, text) ->
                                assertThat(places(text))
                                        .as("%s.%s", bundle, key)
                                        .isEqualTo(places(english.get(key))));
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    private static TreeMap<String, String> read(String bundle, String language) throws IOException {
        var all = new TreeMap<String, String>();
        for (var line :
                Files.readAllLines(FOLDER.resolve(bundle + "_" + language + ".properties"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var at = line.indexOf('=');
                all.put(line.substring(0, at).strip(), line.substring(at + 1));
            }
        }
        return all;
    }
}
