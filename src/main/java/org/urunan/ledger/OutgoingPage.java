package org.urunan.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of outgoing transfers, newest first.
 *
 * @param previous the key of the page before this one, newer; null if there is none
 * @param next the key of the page behind this one, older; null if there is none
 */
public record OutgoingPage(
        List<OutgoingTransfer> transfers, @Nullable String previous, @Nullable String next) {}
