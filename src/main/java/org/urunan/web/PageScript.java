package org.urunan.web;

/** A script that every page loads beside its own. Whoever adds one says only where it is. */
public interface PageScript {

    /** A path of this node. */
    String path();
}
