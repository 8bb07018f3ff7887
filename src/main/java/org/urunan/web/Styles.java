package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.urunan.content.Cid;

/**
 * The one style sheet of all pages, joined from small files. Its name carries the hash of its
 * bytes, so browsers may keep it for ever.
 */
@Named("styles")
@ApplicationScoped
@Path("/styles")
public class Styles {

    private static final List<String> FILES =
            List.of("base", "frame", "parts", "lists", "campaign", "form", "give");

    private final String text = FILES.stream().map(Styles::read).reduce("", String::concat);
    private final String name =
            "urunan-%.16s.css"
                    .formatted(
                            Cid.of(text.getBytes(StandardCharsets.UTF_8))
                                    .toString()
                                    .substring("bafkrei".length()));

    /** Where pages link it. */
    public String path() {
        return "/styles/" + name;
    }

    @GET
    @Path("/{name}")
    @Produces("text/css;charset=UTF-8")
    public String sheet(String name) {
        if (!name.equals(this.name)) {
            throw new NotFoundException();
        }
        return text;
    }

    private static String read(String file) {
        var path = "/styles/" + file + ".css";
        try (var in = Objects.requireNonNull(Styles.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
