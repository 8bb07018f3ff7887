package org.urunan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page, in both languages, by day and by night, on phones and desks. */
@ExtendWith(OnStage.class)
class EveryPageIT {

    private static final List<Integer> WIDTHS = List.of(360, 1280);
    private static final String NOWHERE = "/nowhere";

    /** Rules that look at the markup alone say the same in every width and colour. */
    private static final String ALL_RULES =
            "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

    private static final String RULES_OF_LOOKS =
            "['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']";

    private final Stage stage;

    EveryPageIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void noPageHasABarrier() throws IOException {
        var axe = Files.readString(Path.of("frontend/node_modules/axe-core/axe.min.js"));
        var pages = pages();
        var barriers = new ArrayList<String>();
        // Rules are injected by the test, which the pages' own policy would forbid; colours on
        // their
        // way from day to night are nobody's.
        var options =
                new Browser.NewContextOptions()
                        .setBypassCSP(true)
                        .setReducedMotion(ReducedMotion.REDUCE);
        try (var visitor = stage.visitor(options, stage.wallet("Kumbang"))) {
            var page = visitor.newPage();
            for (var path : pages) {
                for (var lang : List.of("en", "id")) {
                    page.navigate(in(path, lang));
                    page.evaluate(axe);
                    barriers.addAll(barriers(page));
                }
            }
        }
        assertThat(barriers).isEmpty();
    }

    /** By day and by night, on a phone and on a desk. */
    private static List<String> barriers(Page page) {
        var found = new ArrayList<String>();
        var rules = ALL_RULES;
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : WIDTHS) {
                page.setViewportSize(width, 800);
                for (var each : (List<?>) page.evaluate(run(rules))) {
                    found.add("%s %s %d: %s".formatted(page.url(), scheme, width, each));
                }
                rules = RULES_OF_LOOKS;
            }
        }
        return found;
    }

    private static String run(String rules) {
        return """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'], runOnly: %s });
          return found.violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
        }
        """
                .formatted(rules);
    }

    @Test
    void noPageAsksAnyoneElseOrKeepsACookie() {
        var elsewhere = new ArrayList<String>();
        try (var visitor = stage.visitor(stage.wallet("Kumbang"))) {
            var page = visitor.newPage();
            var own = URI.create(stage.url("/")).getAuthority();
            page.onRequest(
                    request -> {
                        var url = URI.create(request.url());
                        if (!own.equals(url.getAuthority()) && !"data".equals(url.getScheme())) {
                            elsewhere.add(request.url());
                        }
                    });
            for (var path : pages()) {
                page.navigate(path);
            }
            assertThat(visitor.cookies()).isEmpty();
        }
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void noPageBreaksItsOwnPolicyOrComplains() {
        var complaints = new ArrayList<String>();
        try (var visitor = stage.visitor(stage.wallet("Kumbang"))) {
            var page = visitor.newPage();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error") || message.type().equals("warning")) {
                            complaints.add(page.url() + ": " + message.text());
                        }
                    });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            for (var path : pages()) {
                if (!path.equals(NOWHERE)) {
                    page.navigate(path);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysAt320Pixels() {
        var wide = new ArrayList<String>();
        var options = new Browser.NewContextOptions().setViewportSize(320, 640);
        try (var visitor = stage.visitor(options, stage.wallet("Kumbang"))) {
            var page = visitor.newPage();
            for (var path : pages()) {
                for (var lang : List.of("en", "id")) {
                    page.navigate(in(path, lang));
                    var width = page.evaluate("document.documentElement.scrollWidth");
                    if ((int) width > 320) {
                        wide.add("%s: %s".formatted(in(path, lang), width));
                    }
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    private List<String> pages() {
        var campaign = stage.announce("Every page");
        var donor = stage.chain.newAccount();
        var hash =
                stage.chain.send(
                        donor,
                        campaign.beneficiary(),
                        BigInteger.TEN,
                        "0x" + Abi.tag(campaign.number()));
        stage.await("shows the gift", () -> !stage.entries(campaign).isEmpty());
        stage.chain.send(campaign.beneficiary(), donor, BigInteger.ONE, "0x");
        stage.await("shows what was sent", () -> !stage.sent(campaign).isEmpty());
        return List.of(
                "/",
                "/about",
                "/about/privacy",
                "/campaigns",
                "/campaigns/new",
                campaign.path(),
                campaign.path() + "/ledger",
                campaign.path() + "/revise",
                campaign.path() + "/close",
                "/ledger",
                "/tx",
                "/tx/" + hash,
                "/beneficiaries/" + campaign.beneficiary(),
                "/donors/" + donor,
                "/status",
                NOWHERE);
    }

    private static String in(String path, String lang) {
        return path + "?lang=" + lang;
    }
}
