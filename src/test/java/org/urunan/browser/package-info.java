/**
 * The packaged node in a real browser, with wallets that act for real accounts of a real chain: one
 * node and one chain for all tests, a new browser profile for each.
 */
@NullMarked
package org.urunan.browser;

import org.jspecify.annotations.NullMarked;
