/**
 * What a campaign says: its announced state, its manifest, its story rendered safely. It never
 * decides what a donation counts for.
 */
@NullMarked
package org.urunan.campaign;

import org.jspecify.annotations.NullMarked;
