/**
 * Values that name money, whom it belongs to and where on a chain it moved: addresses, amounts,
 * tokens, campaign ids, positions. They validate on construction and know nothing of endpoints,
 * databases or HTTP.
 */
@NullMarked
package org.urunan.money;

import org.jspecify.annotations.NullMarked;
