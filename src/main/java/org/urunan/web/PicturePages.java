package org.urunan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.PictureType;

/**
 * Pictures for pages, by CID. Bytes that are no picture are not shown here, whatever names them.
 */
@Path("/pictures/{cid}")
@RunOnVirtualThread
public class PicturePages {

    private final ContentStore contents;

    PicturePages(ContentStore contents) {
        this.contents = contents;
    }

    @GET
    public Response picture(String cid) {
        var bytes = contents.get(cidOf(cid)).orElseThrow(NotFoundException::new);
        var type = PictureType.of(bytes).orElseThrow(NotFoundException::new);
        return Response.ok(bytes)
                .type(type.mediaType())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private static Cid cidOf(String text) {
        try {
            return Cid.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
