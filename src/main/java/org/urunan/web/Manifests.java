package org.urunan.web;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.CampaignText;
import org.urunan.campaign.CampaignTexts;
import org.urunan.campaign.Manifest;
import org.urunan.campaign.Story;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.Refusals;
import org.urunan.money.Hash;

/**
 * Texts as pages show them, read and rendered once: what a hash names never changes. Bounded: when
 * full, all are forgotten and read again as they are needed.
 */
@ApplicationScoped
class Manifests {

    /**
     * @param story HTML that may stand in a page as it is; null unless the text is shown
     */
    record Text(CampaignText text, @Nullable RawString story) {

        @Nullable Manifest manifest() {
            return text instanceof CampaignText.Shown(var manifest) ? manifest : null;
        }
    }

    private static final int MOST = 2_000;

    private final CampaignTexts texts;
    private final ContentStore contents;
    private final Refusals refusals;
    private final ConcurrentHashMap<Hash, Text> known = new ConcurrentHashMap<>();
    private final Set<Cid> picturesHere = ConcurrentHashMap.newKeySet();

    Manifests(CampaignTexts texts, ContentStore contents, Refusals refusals) {
        this.texts = texts;
        this.contents = contents;
        this.refusals = refusals;
    }

    Text of(Hash contentHash) {
        var kept = known.get(contentHash);
        if (kept != null && refusals.of(new Cid(contentHash)).isEmpty()) {
            return kept;
        }
        var read = texts.of(contentHash);
        if (!(read instanceof CampaignText.Shown(var manifest))) {
            return new Text(read, null);
        }
        var shown = new Text(read, new RawString(Story.render(manifest.story())));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(contentHash, shown);
        return shown;
    }

    /** What the operator refuses, texts among it. */
    List<Hash> withheld() {
        return refusals.all().keySet().stream().map(Cid::hash).toList();
    }

    /** Whether it can be shown: here, and not refused by the operator. */
    boolean isShown(Cid picture) {
        if (refusals.of(picture).isPresent()) {
            return false;
        }
        if (picturesHere.contains(picture)) {
            return true;
        }
        var isHere = contents.isKept(picture);
        if (isHere && picturesHere.size() < MOST) {
            picturesHere.add(picture);
        }
        return isHere;
    }
}
