package org.urunan;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A start that this node refuses is told by its sentence alone: whoever has forgotten a setting is
 * not helped by where in the code that was noticed. What fails without a sentence of ours keeps its
 * stack trace.
 */
@LoggingFilter(name = "start-refusal")
public final class StartRefusal implements Filter {

    private static final String QUARKUS = "io.quarkus.runtime.Application";

    @Override
    public boolean isLoggable(LogRecord told) {
        var refusal = QUARKUS.equals(told.getLoggerName()) ? refusal(told.getThrown()) : null;
        if (refusal != null) {
            told.setMessage(refusal);
            told.setParameters(null);
            told.setThrown(null);
        }
        return true;
    }

    /** The sentence that is the cause of it all; null if there is none of ours. */
    static @Nullable String refusal(@Nullable Throwable failure) {
        var cause = failure;
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause != null && isSentence(cause) ? cause.getMessage() : null;
    }

    private static boolean isSentence(Throwable cause) {
        var isOurKind =
                cause instanceof IllegalStateException || isOurs(cause.getClass().getName());
        var trace = cause.getStackTrace();
        return isOurKind && trace.length > 0 && isOurs(trace[0].getClassName());
    }

    private static boolean isOurs(String className) {
        return className.startsWith("org.urunan.");
    }
}
