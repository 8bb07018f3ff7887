package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every error becomes a page or a problem here, by what the visitor accepts; nowhere else. */
class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final String RETRY_SECONDS = "5";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance error(
                Page page, String status, String heading, String detail);
    }

    private final Visit visit;
    private final Heads heads;

    ErrorPages(Visit visit, Heads heads) {
        this.visit = visit;
        this.heads = heads;
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        return answer(refused.status(), refused.in(messages()), null);
    }

    @ServerExceptionMapper
    public Response webError(WebApplicationException error) {
        var status = error.getResponse().getStatus();
        if (status < 400) {
            return error.getResponse();
        }
        return status >= 500 && status != 503
                ? broken(error)
                : answer(status, textOf(status), null);
    }

    @ServerExceptionMapper
    public Response broken(Throwable failure) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "Failure %s while answering %s", reference, forLog(visit.path()));
        return answer(500, messages().text500(reference), "urn:failure:" + reference);
    }

    private Response answer(int status, String detail, @Nullable String instance) {
        var heading = headingOf(status);
        var response = Response.status(status);
        if (status == 503 || status == 429) {
            response.header("Retry-After", RETRY_SECONDS);
        }
        if (visit.isForProgram()) {
            return response.type("application/problem+json")
                    .entity(new Problem("about:blank", heading, status, detail, instance))
                    .build();
        }
        var page = visit.page(heads.last());
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Vary", "Accept, Accept-Language")
                .entity(
                        Templates.error(page, Integer.toString(status), heading, detail)
                                .setLocale(page.language().locale())
                                .render())
                .build();
    }

    private ErrorMessages messages() {
        return visit.messages(ErrorMessages.class);
    }

    private String headingOf(int status) {
        var say = messages();
        return switch (status) {
            case 403 -> say.heading403();
            case 404 -> say.heading404();
            case 405 -> say.heading405();
            case 406 -> say.heading406();
            case 410, 451 -> say.heading410();
            case 413 -> say.heading413();
            case 415 -> say.heading415();
            case 429 -> say.heading429();
            case 503 -> say.heading503();
            default -> status >= 500 ? say.heading500() : say.heading400();
        };
    }

    private String textOf(int status) {
        var say = messages();
        return switch (status) {
            case 403 -> say.text403();
            case 405 -> say.text405();
            case 406, 415 -> say.text406();
            case 429 -> say.text429();
            case 503 -> say.text503();
            default -> say.text404();
        };
    }

    /** What visitors sent cannot begin a new line of the log. */
    private static String forLog(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]", "?");
    }
}
