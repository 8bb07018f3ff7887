package org.urunan.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.urunan.web.PageScript;

/** Puts the wallet with play money on every page of a development node. */
@IfBuildProfile("dev")
@Singleton
class DemoWallet implements PageScript {

    private static final String MANIFEST = "/META-INF/resources/assets/dev/manifest.json";

    private final String path = "/assets/dev/" + fileName();

    @Override
    public String path() {
        return path;
    }

    private static String fileName() {
        try (var in = DemoWallet.class.getResourceAsStream(MANIFEST)) {
            var manifest = new ObjectMapper().readTree(Objects.requireNonNull(in, MANIFEST));
            return manifest.required("demo-wallet").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
