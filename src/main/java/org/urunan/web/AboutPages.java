package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How it works, and what is known of visitors: nothing. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
class AboutPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance how(Page page);

        static native TemplateInstance privacy(Page page);
    }

    private final Visit visit;
    private final Heads heads;

    AboutPages(Visit visit, Heads heads) {
        this.visit = visit;
        this.heads = heads;
    }

    @GET
    public TemplateInstance how() {
        var page = visit.page(heads.last());
        return Templates.how(page).setLocale(page.language().locale());
    }

    @GET
    @Path("/privacy")
    public TemplateInstance privacy() {
        var page = visit.page(heads.last());
        return Templates.privacy(page).setLocale(page.language().locale());
    }
}
