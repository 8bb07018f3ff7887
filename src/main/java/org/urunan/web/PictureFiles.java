package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.PictureType;
import org.urunan.content.Refusals;

/**
 * Pictures for pages. The gateway sends opaque blocks, which browsers need not show; here the type
 * comes from the bytes, and bytes that are neither JPEG nor PNG are nothing.
 */
@RunOnVirtualThread
@Path("/pictures/{cid}")
public class PictureFiles {

    private final ContentStore contents;
    private final Refusals refusals;

    public PictureFiles(ContentStore contents, Refusals refusals) {
        this.contents = contents;
        this.refusals = refusals;
    }

    @GET
    public Response get(@PathParam("cid") String name, @Context HttpHeaders headers) {
        Cid cid;
        try {
            cid = Cid.parse(name);
        } catch (IllegalArgumentException e) {
            return none(404);
        }
        var refusal = refusals.of(cid);
        if (refusal.isPresent()) {
            return none(refusal.get());
        }
        var etag = "\"" + cid + "\"";
        if (etag.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return cached(Response.notModified(), etag);
        }
        return contents.get(cid)
                .flatMap(
                        bytes ->
                                PictureType.of(bytes)
                                        .filter(PictureType::isKept)
                                        .map(type -> Response.ok(bytes).type(type.mediaType())))
                .map(response -> cached(response, etag))
                .orElseGet(() -> none(404));
    }

    private static Response cached(Response.ResponseBuilder response, String etag) {
        return response.header("Etag", etag)
                .header("Cache-Control", "public, max-age=29030400, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static Response none(int status) {
        return Response.status(status).header("Cache-Control", "no-store").build();
    }
}
