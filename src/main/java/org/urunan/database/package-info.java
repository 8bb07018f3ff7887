/**
 * The one datasource: PostgreSQL or H2, chosen by its JDBC URL, behind one driver and one set of
 * column types.
 */
@NullMarked
package org.urunan.database;

import org.jspecify.annotations.NullMarked;
