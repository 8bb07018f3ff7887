package org.urunan.web;

import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerEntry;

/**
 * A ledger entry with the title of its campaign.
 *
 * @param title null without a campaign, or while this node does not have or show its text
 */
public record EntryRow(LedgerEntry entry, @Nullable String title) {}
