package org.urunan.web;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Manifest;
import org.urunan.campaign.Reading;
import org.urunan.campaign.Story;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;

/**
 * Texts as pages show them, read and rendered once: a text is named by its hash, so it never
 * changes. Bounded; the least used are forgotten.
 */
@ApplicationScoped
class Manifests {

    /**
     * @param story HTML that may stand in a page as it is
     */
    record Text(Manifest manifest, RawString story) {}

    private static final int MOST = 1_000;

    private final ContentStore contents;
    private final Map<Cid, Text> texts = Collections.synchronizedMap(new LeastUsedForgotten());
    private final Set<Cid> picturesHere = ConcurrentHashMap.newKeySet();

    Manifests(ContentStore contents) {
        this.contents = contents;
    }

    /** Null while this node does not have it. */
    @Nullable Text of(Cid cid) {
        var known = texts.get(cid);
        if (known != null) {
            return known;
        }
        var read = contents.get(cid).flatMap(Manifests::read).orElse(null);
        if (read != null) {
            texts.put(cid, read);
        }
        return read;
    }

    boolean isPictureHere(Cid picture) {
        if (picturesHere.contains(picture)) {
            return true;
        }
        var isHere = contents.isKept(picture);
        if (isHere && picturesHere.size() < MOST * Manifest.MAX_PICTURES) {
            picturesHere.add(picture);
        }
        return isHere;
    }

    private static Optional<Text> read(byte[] bytes) {
        return Manifest.read(bytes) instanceof Reading.Accepted(var manifest)
                ? Optional.of(new Text(manifest, new RawString(Story.render(manifest.story()))))
                : Optional.empty();
    }

    private static final class LeastUsedForgotten extends LinkedHashMap<Cid, Text> {
        private LeastUsedForgotten() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cid, Text> eldest) {
            return size() > MOST;
        }
    }
}
