package org.urunan.web;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Manifest;
import org.urunan.campaign.Problem;
import org.urunan.campaign.Reading;
import org.urunan.content.Cid;
import org.urunan.content.ContentStore;
import org.urunan.content.Picture;
import org.urunan.content.PictureRefused;
import org.urunan.content.Quarantine;
import org.urunan.content.QuarantineFull;

/**
 * The browser's upload before its wallet announces: a picture (encoded anew, so the answer names
 * other bytes than were sent) or a manifest (kept byte for byte). Both wait in quarantine.
 */
@Path("/api/v1/content")
public class ContentUpload {

    // Bodies wait on disk, so that memory is taken by the one picture that is being decoded.
    private static final int RECEIVED_AT_ONCE = 32;
    private static final int DECODED_AT_ONCE = 1;
    private static final int SECONDS_IN_LINE = 20;
    // 10 MiB over a slow mobile network.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * @param digest the SHA-256 of the bytes, 0x and lower case: what {@code announce} takes
     */
    public record Uploaded(String cid, String digest) {}

    private final Quarantine quarantine;
    private final ContentStore contents;
    private final Visit visit;
    private final Semaphore receiving = new Semaphore(RECEIVED_AT_ONCE);
    private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE);

    ContentUpload(Quarantine quarantine, ContentStore contents, Visit visit) {
        this.quarantine = quarantine;
        this.contents = contents;
        this.visit = visit;
    }

    @POST
    @Operation(summary = "Upload a manifest or a picture before its announcement")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "image/jpeg"),
                @Content(mediaType = "image/png"),
                @Content(mediaType = "image/gif")
            })
    @APIResponse(
            responseCode = "200",
            description = "Taken; cid and digest name the bytes that are kept",
            content = @Content(schema = @Schema(implementation = Uploaded.class)))
    @APIResponse(
            responseCode = "422",
            description = "Refused; each error names its field",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = UploadRefused.class)))
    public Response post(@Context HttpHeaders headers, InputStream body)
            throws IOException, InterruptedException {
        var say = visit.messages(ContentMessages.class);
        if (!receiving.tryAcquire()) {
            return UploadRefused.of(503, say.busy()).response();
        }
        try {
            return take(type(headers.getMediaType()), body, say);
        } catch (PictureRefused e) {
            return UploadRefused.of(422, ContentSentences.of(say, e.kind())).response();
        } catch (QuarantineFull e) {
            return UploadRefused.of(503, say.quarantineFull()).response();
        } catch (SpooledBody.TooSlow e) {
            return UploadRefused.of(408, say.tooSlow()).response();
        } finally {
            receiving.release();
        }
    }

    private Response take(String type, InputStream body, ContentMessages say)
            throws IOException, InterruptedException {
        var isManifest = type.equals("application/json");
        if (!isManifest && !type.startsWith("image/")) {
            return UploadRefused.of(415, say.wrongMediaType()).response();
        }
        var limit = isManifest ? Manifest.MAX_SIZE : Picture.MAX_UPLOAD;
        try (var spooled = SpooledBody.receive(body, limit, LONGEST)) {
            return isManifest ? manifest(spooled.bytes(), say) : picture(spooled, type, say);
        } catch (SpooledBody.TooLarge e) {
            var sentence = isManifest ? say.tooLarge("64 KiB") : say.pictureTooLarge();
            return UploadRefused.of(413, sentence).response();
        }
    }

    private Response manifest(byte[] bytes, ContentMessages say) {
        var problems =
                switch (Manifest.read(bytes)) {
                    case Reading.Refused(var found) -> found;
                    case Reading.Accepted(var manifest) -> missingPictures(manifest);
                };
        return problems.isEmpty()
                ? uploaded(quarantine.add(bytes))
                : UploadRefused.of(422, say.manifestRefused(), problems, say).response();
    }

    private List<Problem> missingPictures(Manifest manifest) {
        return IntStream.range(0, manifest.pictures().size())
                .filter(i -> !contents.isHeldOrWanted(manifest.pictures().get(i)))
                .mapToObj(
                        i ->
                                new Problem(
                                        "pictures[" + i + "]",
                                        Problem.Kind.PICTURE_NOT_HERE,
                                        List.of()))
                .toList();
    }

    private Response picture(SpooledBody spooled, String type, ContentMessages say)
            throws IOException, InterruptedException {
        if (!decoding.tryAcquire(SECONDS_IN_LINE, TimeUnit.SECONDS)) {
            return UploadRefused.of(503, say.busy()).response();
        }
        try {
            return uploaded(quarantine.add(Picture.encodeAnew(spooled.bytes(), type)));
        } finally {
            decoding.release();
        }
    }

    private static Response uploaded(Cid cid) {
        return Response.ok(new Uploaded(cid.toString(), cid.hash().toString()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String type(@Nullable MediaType type) {
        return type == null
                ? ""
                : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }
}
