package org.urunan.web;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.urunan.campaign.Problem;

/**
 * Why an upload was not taken (RFC 9457), field by field where it is a manifest.
 *
 * @param detail a sentence for people
 */
public record UploadRefused(
        String type, String title, int status, String detail, List<Field> errors) {

    /**
     * @param field the manifest's JSON path: {@code title}, {@code links[0].url}; empty for all of
     *     it
     * @param problem the reason for programs: {@code too-long}
     * @param message the reason for people
     */
    public record Field(String field, String problem, String message) {}

    static UploadRefused of(int status, String detail) {
        return new UploadRefused("about:blank", title(status), status, detail, List.of());
    }

    static UploadRefused of(
            int status, String detail, List<Problem> problems, ContentMessages say) {
        var errors =
                problems.stream()
                        .map(
                                problem ->
                                        new Field(
                                                problem.field(),
                                                problem.kind().word(),
                                                ContentSentences.of(say, problem)))
                        .toList();
        return new UploadRefused("about:blank", title(status), status, detail, errors);
    }

    private static String title(int status) {
        return Response.Status.fromStatusCode(status) == null
                ? "Unprocessable Content"
                : Response.Status.fromStatusCode(status).getReasonPhrase();
    }

    Response response() {
        var response =
                Response.status(status)
                        .type("application/problem+json")
                        .header("Cache-Control", "no-store")
                        .entity(this);
        return (status == 503 ? response.header("Retry-After", "30") : response).build();
    }
}
