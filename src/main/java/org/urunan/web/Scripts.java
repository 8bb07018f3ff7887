package org.urunan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the frontend's entries are served: their names carry a hash of their content, and the
 * frontend's manifest knows them. Templates say {@code {cdi:scripts.of('give')}}.
 */
@Named("scripts")
@ApplicationScoped
public class Scripts {

    private static final String FOLDER = "/assets/";

    private final JsonNode manifest = read("/META-INF/resources/assets/manifest.json");
    private final List<String> everyPage = new ArrayList<>();

    Scripts(@Any Instance<PageScript> others) {
        everyPage.add(of("page"));
        others.forEach(script -> everyPage.add(script.path()));
    }

    /** The paths of the scripts that belong on every page. */
    public List<String> everyPage() {
        return List.copyOf(everyPage);
    }

    /** The path of one entry of the frontend. */
    public String of(String entry) {
        return FOLDER + manifest.required(entry).textValue();
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
