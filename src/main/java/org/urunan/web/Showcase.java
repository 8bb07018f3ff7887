package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Campaign;
import org.urunan.campaign.CampaignQuery;
import org.urunan.campaign.Manifest;
import org.urunan.content.Cid;
import org.urunan.ledger.LedgerView;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** Puts together what is shown of a campaign: chain, text and totals. */
@ApplicationScoped
class Showcase {

    private final Manifests manifests;
    private final TokenList tokens;

    Showcase(Manifests manifests, TokenList tokens) {
        this.manifests = manifests;
        this.tokens = tokens;
    }

    /**
     * @param next the key of the page behind this one, null on the last page
     */
    record Found(List<CampaignShown> campaigns, @Nullable String next) {}

    /** What is not shown is not searched either. */
    Found find(LedgerView view, CampaignQuery query) {
        var page = view.campaigns().page(query, manifests.withheld());
        return new Found(
                page.campaigns().stream().map(campaign -> of(view, campaign)).toList(),
                page.next());
    }

    CampaignShown of(LedgerView view, Campaign campaign) {
        var text = manifests.of(campaign.contentHash());
        var manifest = text.manifest();
        return new CampaignShown(
                campaign,
                text.text(),
                manifest,
                pictures(manifest),
                goalToken(manifest),
                view.totalsOf(campaign.id()));
    }

    private List<Cid> pictures(@Nullable Manifest manifest) {
        return manifest == null
                ? List.of()
                : manifest.pictures().stream().filter(manifests::isShown).toList();
    }

    private @Nullable Token goalToken(@Nullable Manifest manifest) {
        return manifest == null || manifest.goal() == null
                ? null
                : tokens.find(manifest.goal().token()).orElse(null);
    }
}
