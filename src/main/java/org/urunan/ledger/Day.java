package org.urunan.ledger;

import java.time.LocalDate;

/**
 * How many gifts a day had that count, those marked self being none of them.
 *
 * @param date in UTC, by the times of blocks
 */
public record Day(LocalDate date, long donations) {}
