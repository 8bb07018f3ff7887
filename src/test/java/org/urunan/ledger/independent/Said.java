package org.urunan.ledger.independent;

import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** A statement of a beneficiary: {@code announced}, {@code closed} or {@code moved}. */
record Said(long position, CampaignId campaign, String what, String about, Hash tx) {

    boolean is(String kind) {
        return what.equals(kind);
    }

    String row() {
        return "%d %s %s %s %s".formatted(position, campaign, what, about, tx);
    }
}
