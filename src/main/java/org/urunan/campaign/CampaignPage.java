package org.urunan.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next the key of the page behind this one, null on the last page
 */
public record CampaignPage(List<Campaign> campaigns, @Nullable String next) {}
