package org.urunan.chain;

import java.io.IOException;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a balance: a quantity of native coin, or the word that a token's call returned. */
final class BalanceParser {

    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{1,64}");

    private BalanceParser() {}

    /** Null for {@code null}; a token that is not there yet holds nothing. */
    static @Nullable BigInteger read(JsonReader json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        var text = json.text();
        if (text.equals("0x")) {
            return BigInteger.ZERO;
        }
        if (!FORM.matcher(text).matches()) {
            throw new IOException("\"%.80s\" is no balance".formatted(text));
        }
        return new BigInteger(text.substring(2), 16);
    }
}
