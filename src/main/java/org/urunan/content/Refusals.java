package org.urunan.content;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What this node's operator does not show, read from {@code refused.txt} in the data folder: a line
 * for each content, {@code 410 bafkrei…} (gone) or {@code 451 bafkrei…} (unavailable for legal
 * reasons), with a note behind it if one likes. A change counts within seconds. The list is never
 * told to other nodes, and hides texts and pictures alone: what is on the chain is always shown.
 */
@Singleton
public final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

    private record Known(FileTime modified, Map<Cid, Integer> statuses, long lookedAt) {}

    private final Path file;
    private volatile Known known = new Known(FileTime.fromMillis(-1), Map.of(), Long.MIN_VALUE);

    public Refusals(@ConfigProperty(name = "urunan.data-dir") String dataDir) {
        this.file = Path.of(dataDir, "refused.txt");
    }

    /** The HTTP status to answer with, 410 or 451; nothing if the content may be shown. */
    public Optional<Integer> of(Cid cid) {
        return Optional.ofNullable(all().get(cid));
    }

    /** The statuses of everything refused: the same object as long as the file is the same. */
    public Map<Cid, Integer> all() {
        var now = System.nanoTime();
        if (known.lookedAt == Long.MIN_VALUE || now - known.lookedAt > LOOK_AGAIN_NANOS) {
            known = look(now);
        }
        return known.statuses;
    }

    private Known look(long now) {
        if (!Files.exists(file)) {
            return new Known(FileTime.fromMillis(-1), Map.of(), now);
        }
        try {
            var modified = Files.getLastModifiedTime(file);
            return modified.equals(known.modified)
                    ? new Known(modified, known.statuses, now)
                    : new Known(
                            modified, read(Files.readAllLines(file, StandardCharsets.UTF_8)), now);
        } catch (IOException e) {
            // What was refused stays refused while the file cannot be read.
            LOG.errorf(
                    "%s cannot be read (%s); its last known state counts.", file, e.getMessage());
            return new Known(known.modified, known.statuses, now);
        }
    }

    private Map<Cid, Integer> read(List<String> lines) {
        var statuses = new HashMap<Cid, Integer>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = line.strip().split("\\s+", 3);
            try {
                if (words.length < 2 || !words[0].matches("410|451")) {
                    throw new IllegalArgumentException("A line is 410 or 451, a space and a CID.");
                }
                statuses.put(Cid.parse(words[1]), Integer.valueOf(words[0]));
            } catch (IllegalArgumentException e) {
                LOG.errorf("%s has a line that is left out: %s", file, e.getMessage());
            }
        }
        return Map.copyOf(statuses);
    }
}
