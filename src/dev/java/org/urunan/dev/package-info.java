/**
 * The development chain's demo data and demo wallet: what {@code bin/dev} fills a local chain with.
 * Compiled into the development build and the tests alone, so that a production node cannot contain
 * it.
 */
@NullMarked
package org.urunan.dev;

import org.jspecify.annotations.NullMarked;
