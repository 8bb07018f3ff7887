package org.urunan.campaign;

import jakarta.inject.Singleton;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.Refusals;
import org.urunan.money.Hash;

/**
 * Reads campaigns' texts. What a hash names never changes, so this needs no snapshot of the ledger.
 */
@Singleton
public final class CampaignTexts {

    private final ContentStore contents;
    private final Refusals refusals;

    public CampaignTexts(ContentStore contents, Refusals refusals) {
        this.contents = contents;
        this.refusals = refusals;
    }

    /**
     * @param contentHash as the campaign's announcement has it
     */
    public CampaignText of(Hash contentHash) {
        var cid = new Cid(contentHash);
        if (refusals.of(cid).isPresent()) {
            return new CampaignText.Withheld();
        }
        var bytes = contents.get(cid);
        if (bytes.isEmpty()) {
            return new CampaignText.Missing();
        }
        return switch (Manifest.read(bytes.get())) {
            case Reading.Accepted(var manifest) -> new CampaignText.Shown(manifest);
            case Reading.Refused(var problems) -> new CampaignText.Unreadable(problems);
        };
    }
}
