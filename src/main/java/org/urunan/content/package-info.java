/**
 * Bytes named by their SHA-256: content identifiers, the store, quarantine for uploads, pictures
 * re-encoded. Nothing unverified is ever kept.
 */
@NullMarked
package org.urunan.content;

import org.jspecify.annotations.NullMarked;
