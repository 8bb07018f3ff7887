package org.urunan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the frontend's entries are served: their names carry a hash of their content, and the
 * frontend's manifest knows them. Templates say {@code {cdi:scripts.of('give')}}.
 */
@Named("scripts")
@ApplicationScoped
public class Scripts {

    private static final String FOLDER = "/assets/";

    /** What templates name: a frontend without one of them must not start. */
    static final List<String> NEEDED = List.of("page", "give", "campaign-form");

    private static final String RESOURCES = "/META-INF/resources/assets/";

    private final Map<String, String> paths = paths(read(RESOURCES + "manifest.json"), RESOURCES);
    private final List<String> everyPage = new ArrayList<>();

    Scripts(@Any Instance<PageScript> others) {
        NEEDED.forEach(this::of);
        everyPage.add(of("page"));
        others.forEach(script -> everyPage.add(script.path()));
    }

    /** So that a node whose frontend is not whole stops at once, and not at its first visitor. */
    void start(@Observes StartupEvent started) {}

    /** The paths of the scripts that belong on every page. */
    public List<String> everyPage() {
        return List.copyOf(everyPage);
    }

    /** The path of one entry of the frontend. */
    public String of(String entry) {
        var path = paths.get(entry);
        if (path == null) {
            throw new IllegalArgumentException(
                    "The frontend has no entry \"%s\", only %s.".formatted(entry, paths.keySet()));
        }
        return path;
    }

    /**
     * @param manifest of the frontend: for each entry the name of its file in {@code folder}
     * @throws IllegalStateException if a file that it names is not there: a page would not work
     */
    static Map<String, String> paths(JsonNode manifest, String folder) {
        var paths = new LinkedHashMap<String, String>();
        manifest.properties()
                .forEach(
                        entry -> {
                            var file = entry.getValue().textValue();
                            if (file == null || Scripts.class.getResource(folder + file) == null) {
                                throw new IllegalStateException(
                                        "The frontend's manifest names \"%s\" for its entry \"%s\", and %s does not have it: run bin/build --assets."
                                                .formatted(file, entry.getKey(), folder));
                            }
                            paths.put(entry.getKey(), FOLDER + file);
                        });
        return Map.copyOf(paths);
    }

    private static JsonNode read(String resource) {
        try (var in = Scripts.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(found(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.InputStream found(java.io.@Nullable InputStream in, String resource) {
        if (in == null) {
            throw new IllegalStateException(
                    "The frontend is not built, %s is missing: run bin/build --assets."
                            .formatted(resource));
        }
        return in;
    }
}
