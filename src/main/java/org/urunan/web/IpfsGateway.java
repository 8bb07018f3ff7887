package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.Refusals;

/**
 * Content for other nodes and for any IPFS tool: the IPFS Trustless Gateway specification, raw
 * blocks alone. Its errors are plain text, because programs read them. Nothing it sends is ever
 * shown as a document.
 */
@RunOnVirtualThread
@Path("/ipfs/{cid}")
public class IpfsGateway {

    private static final String RAW = "application/vnd.ipld.raw";
    // The identity CID of no bytes, by which clients probe for a gateway.
    private static final String PROBE = "bafkqaaa";

    private final ContentStore contents;
    private final Refusals refusals;

    public IpfsGateway(ContentStore contents, Refusals refusals) {
        this.contents = contents;
        this.refusals = refusals;
    }

    @GET
    @Operation(summary = "Bytes named by their hash: a raw block of the IPFS Trustless Gateway")
    public Response get(
            @PathParam("cid") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        var format = uri.getQueryParameters().getFirst("format");
        var accepts = header(headers, HttpHeaders.ACCEPT);
        if (!isRaw(format, accepts)) {
            return isOtherFormat(format, accepts)
                    ? refused(406, "This gateway has raw blocks alone: add ?format=raw.")
                    : refused(400, "Say which format: add ?format=raw, or Accept: " + RAW + ".");
        }
        if (name.equals(PROBE)) {
            return found(name, headers, new byte[0]);
        }
        try {
            return get(Cid.parse(name), headers);
        } catch (IllegalArgumentException e) {
            return refused(400, String.valueOf(e.getMessage()));
        }
    }

    private Response get(Cid cid, HttpHeaders headers) {
        var refusal = refusals.of(cid);
        if (refusal.isPresent()) {
            return refused(refusal.get(), "This node's operator does not show " + cid + ".");
        }
        var bytes = contents.get(cid);
        if (bytes.isPresent()) {
            return found(cid.toString(), headers, bytes.get());
        }
        var control = header(headers, HttpHeaders.CACHE_CONTROL).toLowerCase(Locale.ROOT);
        return control.contains("only-if-cached")
                ? refused(412, "This node does not hold " + cid + " and asks nobody else for it.")
                : refused(404, "This node does not hold " + cid + ".");
    }

    @OPTIONS
    public Response options() {
        return shared(Response.noContent()).header("Allow", "GET, HEAD, OPTIONS").build();
    }

    private static boolean isRaw(@Nullable String format, String accepts) {
        return format == null ? types(accepts, RAW) : format.equals("raw");
    }

    /** Formats of the specifications that are not served here. */
    private static boolean isOtherFormat(@Nullable String format, String accepts) {
        return format != null
                || types(accepts, "application/vnd.ipld.")
                || types(accepts, "application/vnd.ipfs.");
    }

    private static boolean types(String accepts, String prefix) {
        return Arrays.stream(accepts.split(",")).anyMatch(type -> type.strip().startsWith(prefix));
    }

    private static Response found(String cid, HttpHeaders headers, byte[] bytes) {
        var etag = "\"" + cid + ".raw\"";
        var isKnown =
                Arrays.stream(header(headers, HttpHeaders.IF_NONE_MATCH).split(","))
                        .map(String::strip)
                        .anyMatch(
                                tag ->
                                        tag.equals("*")
                                                || tag.equals(etag)
                                                || tag.equals("W/" + etag));
        var response = isKnown ? Response.notModified() : Response.ok(bytes).type(RAW);
        if (!isKnown) {
            response.header("Content-Length", bytes.length)
                    .header("Content-Disposition", "attachment; filename=\"" + cid + ".bin\"");
        }
        return shared(response)
                .header("Etag", etag)
                .header("Cache-Control", "public, max-age=29030400, immutable")
                .header("X-Ipfs-Path", "/ipfs/" + cid)
                .header("X-Ipfs-Roots", cid)
                .header("Vary", "Accept")
                .build();
    }

    private static Response refused(int status, String sentence) {
        return shared(Response.status(status))
                .type("text/plain;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(sentence + "\n")
                .build();
    }

    private static ResponseBuilder shared(ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "Accept, Cache-Control, Content-Type, If-None-Match")
                .header(
                        "Access-Control-Expose-Headers",
                        "Content-Length, X-Ipfs-Path, X-Ipfs-Roots")
                .header("Access-Control-Max-Age", "86400")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static String header(HttpHeaders headers, String name) {
        var value = headers.getHeaderString(name);
        return value == null ? "" : value;
    }
}
