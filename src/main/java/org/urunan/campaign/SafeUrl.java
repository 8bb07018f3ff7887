package org.urunan.campaign;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The links people may set: absolute, https, to a host by name or address. No user info, because
 * {@code https://bank.example@elsewhere} shows one place and opens another.
 */
final class SafeUrl {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    private SafeUrl() {}

    static boolean isSafe(String url) {
        if (url.length() > Manifest.MAX_URL || !VISIBLE_ASCII.matcher(url).matches()) {
            return false;
        }
        try {
            var uri = new URI(url);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && !uri.getHost().isEmpty()
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
