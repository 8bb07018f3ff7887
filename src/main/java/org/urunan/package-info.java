/** The process. Everything else is in the packages below. */
@NullMarked
package org.urunan;

import org.jspecify.annotations.NullMarked;
