package org.urunan.peer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where another node is reached: http or https, a host, perhaps a port and a path. Equal by what is
 * asked, so that one node is not asked twice.
 *
 * @param uri without a slash at its end
 */
public record PeerUrl(URI uri) {

    private static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException with a sentence for operators if it is no such URL
     */
    public static PeerUrl parse(String text) {
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        try {
            var uri = new URI(text.strip());
            var problem = problem(uri, text);
            if (problem.isEmpty()) {
                return new PeerUrl(plain(uri));
            }
            throw new IllegalArgumentException(
                    "URUNAN_PEERS names \"%s\", %s. Write it like https://node.example."
                            .formatted(shown, problem));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "URUNAN_PEERS names \"%s\", which is no URL. Write it like https://node.example."
                            .formatted(shown),
                    e);
        }
    }

    private static String problem(URI uri, String text) {
        if (text.length() > LONGEST) {
            return "which is longer than " + LONGEST + " characters";
        }
        if (!"http".equalsIgnoreCase(uri.getScheme())
                && !"https".equalsIgnoreCase(uri.getScheme())) {
            return "which is neither http nor https";
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return "which has no valid host and port";
        }
        if (uri.getRawUserInfo() != null) {
            return "which has a user or password";
        }
        return uri.getRawQuery() == null && uri.getRawFragment() == null
                ? ""
                : "which has a query or fragment";
    }

    private static URI plain(URI uri) throws URISyntaxException {
        var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var site = uri.getScheme() + "://" + uri.getHost();
        return new URI(site.toLowerCase(Locale.ROOT) + port + path);
    }

    String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
