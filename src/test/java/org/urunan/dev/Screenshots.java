package org.urunan.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urunan.support.Chromium;
import org.urunan.support.DevProcess;
import org.urunan.support.Site;

/**
 * Makes the README's pictures, or, given a folder, pictures of every page in both languages, wide
 * and narrow, light and dark. Not a test of anything: {@code bin/screenshots} runs it by name.
 */
class Screenshots {

    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    @TempDir Path temporary;

    @Test
    void takeThem() throws Exception {
        try (var dev = DevProcess.start(temporary.resolve("dev"));
                var chromium = new Chromium()) {
            var pages = pages(dev.site());
            var folder = System.getProperty("screenshots.folder", "");
            if (folder.isEmpty()) {
                readme(chromium, dev.site(), pages);
            } else {
                all(chromium, dev.site(), pages, Path.of(folder));
            }
        }
    }

    private static void readme(Chromium chromium, Site site, Map<String, String> pages) {
        for (var name : new String[] {"home", "campaign", "ledger"}) {
            var file = Path.of("docs", "pictures", name + ".png");
            take(chromium, site.url() + pages.get(name), file, WIDE, ColorScheme.LIGHT, false);
        }
    }

    private static void all(Chromium chromium, Site site, Map<String, String> pages, Path folder) {
        pages.forEach(
                (name, path) -> {
                    for (var width : new int[] {NARROW, WIDE}) {
                        for (var language : new String[] {"en", "id"}) {
                            var scheme =
                                    language.equals("en") ? ColorScheme.LIGHT : ColorScheme.DARK;
                            var file =
                                    folder.resolve("%s-%s-%d.png".formatted(name, language, width));
                            var joint = path.contains("?") ? "&" : "?";
                            var url = site.url() + path + joint + "lang=" + language;
                            take(chromium, url, file, width, scheme, true);
                        }
                    }
                });
    }

    private static Map<String, String> pages(Site site) {
        var campaigns = site.all("/api/v1/campaigns", "campaigns");
        var busiest = first(campaigns, c -> c.get("title").asText().startsWith("A solar fridge"));
        var beneficiary = busiest.get("beneficiary").asText();
        var campaign = path(busiest);
        var entry = site.json("/api/v1/ledger?limit=1").at("/entries/0");
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("campaigns", "/campaigns");
        pages.put("search", "/campaigns?q=air");
        pages.put("new", "/campaigns/new");
        pages.put("campaign", campaign);
        pages.put("campaign-ledger", campaign + "/ledger");
        pages.put("embed", campaign + "/embed");
        pages.put("revise", campaign + "/revise");
        pages.put("close", campaign + "/close");
        pages.put("closed", path(first(campaigns, c -> c.get("closed").asBoolean())));
        pages.put("moved", path(first(campaigns, c -> c.hasNonNull("movedTo"))));
        pages.put("ledger", "/ledger");
        pages.put("ledger-filtered", "/ledger?way=contract&token=" + entry.get("token").asText());
        pages.put("ledger-empty", "/ledger?to=2001-01-01");
        pages.put("ask", "/tx");
        pages.put("tx", "/tx/" + entry.get("txHash").asText());
        pages.put("donor", "/donors/" + entry.get("donor").asText());
        pages.put("beneficiary", "/beneficiaries/" + beneficiary);
        pages.put("donor-unknown", "/donors/0x" + "12".repeat(20));
        pages.put("status", "/status");
        pages.put("about", "/about");
        pages.put("privacy", "/about/privacy");
        pages.put("missing", "/no/such/page");
        return pages;
    }

    private static JsonNode first(List<JsonNode> campaigns, Predicate<JsonNode> wanted) {
        return campaigns.stream().filter(wanted).findFirst().orElseThrow();
    }

    private static String path(JsonNode campaign) {
        return "/campaigns/%s/%s"
                .formatted(campaign.get("beneficiary").asText(), campaign.get("number").asText());
    }

    private static void take(
            Chromium chromium,
            String url,
            Path file,
            int width,
            ColorScheme scheme,
            boolean whole) {
        var height = width == WIDE ? 860 : 760;
        var options =
                new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("en-US")
                        .setColorScheme(scheme);
        try (var visitor = chromium.visitor(options)) {
            var page = visitor.newPage();
            page.navigate(url);
            if (whole) {
                // What is loaded only when it comes into sight comes into sight.
                page.setViewportSize(width, 6000);
            }
            page.waitForFunction(
                    "() => [...document.images].every(i => i.complete || i.getBoundingClientRect().top > innerHeight)");
            page.setViewportSize(width, height);
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
        }
    }
}
