/**
 * Values that name money and whom it belongs to: addresses, amounts, tokens, campaign ids. They
 * validate on construction and know nothing of chains, databases or HTTP.
 */
@NullMarked
package org.urunan.money;

import org.jspecify.annotations.NullMarked;
