package org.urunan.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * Refuses every request that could change something and comes from another site's page. Browsers
 * tell the origin; programs that are no browser send none and may write.
 */
class CrossOriginWrites {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(CrossOriginWrites::check, 900);
    }

    private static void check(RoutingContext context) {
        var request = context.request();
        if (READING.contains(request.method()) || isFromHere(request)) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/problem+json")
                .end(
                        """
                        {"type":"about:blank","title":"This is refused","status":403,\
                        "detail":"Writing from another site's page is refused. Open this node \
                        itself and try again."}""");
    }

    private static boolean isFromHere(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        // A browser that tells the site itself is believed: behind a proxy the host may differ.
        return "same-origin".equals(site) || isSameHost(origin, request.getHeader("Host"));
    }

    private static boolean isSameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
