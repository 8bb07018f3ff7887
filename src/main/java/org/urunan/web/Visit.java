package org.urunan.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerStatus;

/** One request: in which language, for which address, for a person or for a program. */
@RequestScoped
class Visit {

    private final RoutingContext context;
    private final Heads heads;
    private final Optional<URI> publicUrl;
    private final long chainId;

    Visit(
            RoutingContext context,
            Heads heads,
            @ConfigProperty(name = "urunan.public-url") Optional<URI> publicUrl,
            @ConfigProperty(name = "urunan.chain.id", defaultValue = "0") long chainId) {
        this.context = context;
        this.heads = heads;
        this.publicUrl = publicUrl;
        this.chainId = chainId;
    }

    Page page(@Nullable LedgerStatus status) {
        return new Page(
                language(), path(), langParameter(), site(), chainId, status, heads.silentSince());
    }

    /** Two visits with one key are shown the same. */
    String key() {
        return language() + " " + langParameter() + " " + site() + path();
    }

    Parameters parameters() {
        return new Parameters(context.queryParams());
    }

    long chainId() {
        return chainId;
    }

    Language language() {
        return Language.of(langParameter(), acceptedLanguages());
    }

    <M> M messages(Class<M> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language().tag()));
    }

    /** Where this node is reached, without a slash at the end. */
    String site() {
        var url = publicUrl.map(URI::toString).orElseGet(this::requestedSite);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The normalised path with its query, without the language. */
    String path() {
        var query =
                Optional.ofNullable(context.request().query()).stream()
                        .flatMap(all -> Arrays.stream(all.split("&")))
                        .filter(each -> !each.isEmpty() && !each.startsWith("lang="))
                        .collect(Collectors.joining("&"));
        return context.normalizedPath() + (query.isEmpty() ? "" : "?" + query);
    }

    boolean isForProgram() {
        if (context.normalizedPath().startsWith("/api/")) {
            return true;
        }
        var accept = Optional.ofNullable(context.request().getHeader("Accept")).orElse("");
        return accept.contains("json") && !accept.contains("text/html");
    }

    /** Whether an answer that is zipped already may be given (RFC 9110, Accept-Encoding). */
    boolean takesZipped() {
        var header = context.request().getHeader("Accept-Encoding");
        return header != null
                && Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                        .map(each -> each.replace(" ", ""))
                        .anyMatch(Visit::isGzip);
    }

    /** Named, and not with a weight of zero. */
    private static boolean isGzip(String coding) {
        return coding.equals("gzip")
                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    private @Nullable String langParameter() {
        var wanted = context.request().getParam("lang");
        return "en".equals(wanted) || "id".equals(wanted) ? wanted : null;
    }

    private List<Locale> acceptedLanguages() {
        var header = context.request().getHeader("Accept-Language");
        try {
            return header == null || header.isBlank()
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(range -> Locale.forLanguageTag(range.getRange()))
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private String requestedSite() {
        var authority = context.request().authority();
        return authority == null ? "" : context.request().scheme() + "://" + authority;
    }
}
