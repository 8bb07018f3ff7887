/**
 * Pages, API, feeds, exports and health: the only package that knows HTTP and templates. It reads;
 * the chain alone writes.
 */
@NullMarked
package org.urunan.web;

import org.jspecify.annotations.NullMarked;
