package org.urunan.campaign;

import java.util.List;

/** What became of bytes that claim to be a manifest. */
public sealed interface Reading {

    record Accepted(Manifest manifest) implements Reading {}

    /**
     * @param problems all of them, at least one, in the manifest's order
     */
    record Refused(List<Problem> problems) implements Reading {}
}
