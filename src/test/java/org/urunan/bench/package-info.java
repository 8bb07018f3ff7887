/** Measures reader and ledger from inside; {@code bin/bench} runs it. Nothing here is a test. */
@NullMarked
package org.urunan.bench;

import org.jspecify.annotations.NullMarked;
