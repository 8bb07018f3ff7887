package org.urunan.campaign;

import java.util.List;

/** What this node can show of the text that a campaign's last announcement names. */
public sealed interface CampaignText {

    record Shown(Manifest manifest) implements CampaignText {}

    /** The announced bytes are here and are no manifest; they will never be. */
    record Unreadable(List<Problem> problems) implements CampaignText {}

    /** Named and not here yet: peers are being asked. */
    record Missing() implements CampaignText {}

    /** The operator of this node does not show it. */
    record Withheld() implements CampaignText {}
}
