package org.urunan.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * The headers of every answer, also of errors, files and health. Nothing here may be loosened for
 * one page alone; the frame for other sites is the one exception, and it has no wallet code.
 */
class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " object-src 'none'; frame-ancestors %s;"
                    + " require-trusted-types-for 'script'";
    private static final String PAGES = POLICY.formatted("'none'");
    private static final String EMBEDDED =
            POLICY.formatted("*").replace("script-src 'self'", "script-src 'none'");
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(),"
                    + " payment=(), usb=(), browsing-topics=()";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, 1000);
    }

    private static void add(RoutingContext context) {
        var headers = context.response().headers();
        var path = context.normalizedPath();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
        headers.set(
                "Cross-Origin-Resource-Policy", isShared(path) ? "cross-origin" : "same-origin");
        if (isData(path)) {
            headers.set("Access-Control-Allow-Origin", "*");
        }
        if (isEmbedded(path)) {
            headers.set("Content-Security-Policy", EMBEDDED);
        } else {
            headers.set("Content-Security-Policy", PAGES);
            headers.set("X-Frame-Options", "DENY");
        }
        context.addHeadersEndHandler(ignored -> finish(context, path, headers));
        context.next();
    }

    private static void finish(RoutingContext context, String path, MultiMap headers) {
        var isHashed = path.startsWith("/assets/") || path.startsWith("/styles/");
        if (isHashed && context.response().getStatusCode() == 200) {
            headers.set("Cache-Control", FOR_EVER);
        } else if (context.response().getStatusCode() >= 400) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static boolean isEmbedded(String path) {
        return path.startsWith("/campaigns/") && path.endsWith("/embed");
    }

    /** What programs on any site may read; writing is refused to them. */
    private static boolean isData(String path) {
        return path.startsWith("/api/v1/")
                || path.endsWith(".csv")
                || path.endsWith(".json")
                || path.endsWith(".atom");
    }

    /** What other sites may show or read: pictures, cards, QR codes, feeds, the API. */
    private static boolean isShared(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/ipfs/")
                || path.startsWith("/pictures/")
                || path.endsWith(".png")
                || path.endsWith(".svg")
                || path.endsWith(".atom")
                || isEmbedded(path);
    }
}
