/**
 * Talks to other nodes: fetches content that an announcement names, compares digests. What a peer
 * says is believed only when a hash proves it.
 */
@NullMarked
package org.urunan.peer;

import org.jspecify.annotations.NullMarked;
