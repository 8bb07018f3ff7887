package org.urunan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error for programs (RFC 9457).
 *
 * @param detail a sentence for people
 * @param instance names this one failure in the node's log, where there is something to look up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, @Nullable String instance) {}
