package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.urunan.money.Address;

/** A beneficiary announces, revises and closes, from the first letter to the campaign's page. */
@ExtendWith(OnStage.class)
class AnnouncingIT {

    private final Stage stage;

    AnnouncingIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aCampaignIsWrittenUploadedAnnouncedAndThere() throws IOException {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            page.navigate("/campaigns/new?lang=en");
            fill(page, "A well for Lembata");
            page.getByLabel("Goal (optional)").fill("2500,5");
            page.getByLabel("Token of the goal").selectOption(label("USDC"));
            page.getByLabel("Last day (optional)").fill("2027-12-31");
            page.getByLabel("Name of the link").fill("Our page");
            page.getByLabel("Address of the link").fill("https://example.org/well");
            page.getByLabel("Add pictures").setInputFiles(picture());
            assertThat(page.getByRole(AriaRole.IMG, named("Picture 1"))).isVisible();
            assertThat(page.locator("[data-part=preview] strong")).hasText("together");

            button(page, "Announce with Kumbang").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Check before your wallet opens")))
                    .isFocused();
            var digest = page.locator("[data-part=review-digest]").textContent();
            button(page, "Open the wallet").click();
            page.waitForURL(Pattern.compile(".*/campaigns/0x[0-9a-fA-F]{40}/1.*"));

            assertThat(page.getByRole(AriaRole.HEADING, named("A well for Lembata"))).isVisible();
            assertThat(page.locator("main img").first()).isVisible();
            assertThat(wallet.asked("eth_sendTransaction").getFirst().get("data").asText())
                    .isEqualTo(Abi.call("announce(uint96,bytes32)", 1, digest));
        }
        var campaign = stage.campaign(new Stage.Announced(wallet.account(), 1));
        assertThat(campaign.at("/goal/amount").asText()).isEqualTo("2500500000");
        assertThat(campaign.get("pictures")).hasSize(1);
        assertThat(campaign.at("/links/0/url").asText()).isEqualTo("https://example.org/well");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            page.navigate("/campaigns/new?lang=en");
            fill(page, "x".repeat(81));
            page.getByLabel("Goal (optional)").fill("1.500");
            page.getByLabel("Address of the link").fill("http://example.org");
            button(page, "Announce with Kumbang").click();
            assertRefused(page, "Title", "At most 80 characters");
            assertRefused(page, "Goal (optional)", "thousands or decimals");
            assertRefused(page, "Address of the link", "https://");
            assertThat(page.getByLabel("Title", exactly())).isFocused();

            page.getByLabel("Title", exactly()).fill("Hidden \u202e turned");
            page.getByLabel("Goal (optional)").fill("");
            page.getByLabel("Address of the link").fill("");
            button(page, "Announce with Kumbang").click();
            assertRefused(page, "Title", "direction of writing");

            page.reload();
            assertThat(page.getByLabel("Title", exactly())).hasValue("Hidden \u202e turned");
            assertThat(page.getByLabel("Story")).hasValue("We dig **together**.");
            assertThat(page.locator("main")).containsText("unfinished draft");
        }
        assertThat(wallet.asked("eth_requestAccounts")).isEmpty();
    }

    @Test
    void aFailedUploadLosesNothing() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            page.navigate("/campaigns/new?lang=en");
            fill(page, "Storm");
            page.route("**/api/v1/content*", route -> route.abort());
            button(page, "Announce with Kumbang").click();
            assertThat(page.locator("[data-part=says]")).hasAttribute("data-says", "uploadFailed");
            page.unroute("**/api/v1/content*");
            assertThat(page.getByLabel("Title", exactly())).hasValue("Storm");
            button(page, "Announce with Kumbang").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Check before your wallet opens")))
                    .isFocused();
        }
    }

    @Test
    void decliningKeepsTheReviewAndTheText() {
        var wallet =
                stage.wallet("Kumbang")
                        .refusing(
                                "eth_sendTransaction", TestWallet.Answer.of(4001, "User rejected"));
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            page.navigate("/campaigns/new?lang=en");
            fill(page, "Declined");
            button(page, "Announce with Kumbang").click();
            button(page, "Open the wallet").click();
            assertThat(page.locator("[data-part=says]")).hasAttribute("data-says", "rejected");
            button(page, "Change something").click();
            assertThat(page.getByLabel("Title", exactly())).hasValue("Declined");
        }
    }

    @Test
    void theNextCampaignNeverTakesANumberThatTheChainAlreadyHas() {
        var first = stage.announce("First of two");
        var wallet = stage.walletOf(first.beneficiary());
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            // The node is late: it does not know of number 1 and of a number 2 that was just
            // announced.
            page.route(
                    "**/campaigns/number*",
                    route ->
                            route.fulfill(
                                    new com.microsoft.playwright.Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(
                                                    "{\"next\":\"1\",\"asOf\":{\"number\":0,\"hash\":\"\"}}")));
            page.navigate("/campaigns/new?lang=en");
            fill(page, "Second of two");
            button(page, "Announce with Beneficiary wallet").click();
            assertThat(page.locator("[data-part=review-number]")).hasText("2");
        }
    }

    @Test
    void aCampaignIsRevisedByItsBeneficiaryAlone() {
        var campaign = stage.announce("Before");
        var stranger = stage.wallet("Stranger");
        var wallet = stage.walletOf(campaign.beneficiary());
        try (var visitor = stage.visitor(stranger, wallet)) {
            var page = visitor.newPage();
            page.navigate(campaign.path() + "/revise?lang=en");
            assertThat(page.getByLabel("Title", exactly())).hasValue("Before");
            assertThat(page.getByLabel("Story")).hasValue("We **dig**.");
            page.getByLabel("Title", exactly()).fill("After");
            button(page, "Announce with Stranger").click();
            assertThat(page.locator("[data-part=says]")).hasAttribute("data-says", "otherAccount");
            button(page, "Announce with Beneficiary wallet").click();
            assertThat(page.locator("[data-part=review-beneficiary]"))
                    .hasText(Address.parse(campaign.beneficiary()).checksummed());
            button(page, "Open the wallet").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("After"))).isVisible();
        }
        assertThat(stranger.asked("eth_sendTransaction")).isEmpty();
        assertThat(stage.campaign(campaign).get("title").asText()).isEqualTo("After");
    }

    @Test
    void aCampaignIsClosedByItsBeneficiary() {
        var campaign = stage.announce("To be closed");
        var wallet = stage.walletOf(campaign.beneficiary());
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            page.navigate(campaign.path() + "/close?lang=en");
            button(page, "Close with Beneficiary wallet").click();
            button(page, "Open the wallet").click();
            page.waitForURL(Pattern.compile(".*" + campaign.number() + "\\?lang=en$"));
            assertThat(page.locator("main"))
                    .containsText("The beneficiary has closed this campaign.");
        }
        assertThat(wallet.asked("eth_sendTransaction").getFirst().get("data").asText())
                .isEqualTo(Abi.call("close(uint96)", BigInteger.ONE));
        assertThat(stage.campaign(campaign).get("closed").asBoolean()).isTrue();
    }

    @Test
    void aReloadWhileTheChainTakesItsTimeLeadsBackToTheAnnouncementAndNotToASecondOne() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            stage.chain.pause();
            try {
                announce(page, "Only once");
                says(page, "statement-pending");
                var hash = page.locator("[data-part=progress-hash]").textContent();

                page.reload();
                says(page, "statement-pending");
                assertThat(page.locator("[data-part=progress-hash]")).hasText(hash);
                assertThat(page.locator("[data-part=form]")).isHidden();

                page.close();
                page = visitor.newPage();
                page.navigate("/campaigns/new?lang=en");
                says(page, "statement-pending");
            } finally {
                stage.chain.resume();
            }
            page.waitForURL(Pattern.compile(".*/campaigns/0x[0-9a-fA-F]{40}/1.*"));
            assertThat(page.getByRole(AriaRole.HEADING, named("Only once"))).isVisible();

            page.navigate("/campaigns/new?lang=en");
            assertThat(page.getByLabel("Title", exactly())).hasValue("");
        }
        assertThat(wallet.asked("eth_sendTransaction")).hasSize(1);
    }

    @Test
    void whoComesBackAfterItArrivedIsToldAndNotTakenThere() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            stage.chain.pause();
            try {
                announce(page, "While away");
                says(page, "statement-pending");
                page.close();
            } finally {
                stage.chain.resume();
            }
            var campaign = new Stage.Announced(wallet.account(), 1);
            stage.await("shows it", () -> stage.shows(campaign));
            page = visitor.newPage();
            page.navigate("/campaigns/new?lang=en");
            says(page, "statement-arrived");
            assertThat(page.getByRole(AriaRole.LINK, named("Open the campaign"))).isVisible();
            button(page, "Back to the form").click();
            assertThat(page.getByLabel("Title", exactly())).hasValue("");
        }
    }

    @Test
    void anAnnouncementIsGivenUpOnPurposeAndItsTextIsKept() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            stage.chain.pause();
            try {
                announce(page, "Given up");
                says(page, "statement-pending");
                page.reload();
                says(page, "statement-pending");
                page.getByText("Stop waiting", new Page.GetByTextOptions().setExact(true)).click();
                assertThat(page.locator("[data-part=waiting]")).containsText("has two");
                button(page, "Stop waiting, back to the form").click();
                assertThat(page.getByLabel("Title", exactly())).hasValue("Given up");
            } finally {
                stage.chain.resume();
            }
        }
    }

    @Test
    void aSpedUpAnnouncementIsFollowedUnderItsNewHashAndACancelledOneIsToldSo() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            stage.chain.pause();
            try {
                announce(page, "Sped up");
                says(page, "statement-pending");
                page.reload();
                says(page, "statement-pending");
                var request = wallet.asked("eth_sendTransaction").getFirst();
                stage.chain.replace(
                        wallet.account(), stage.donations, request.get("data").asText());
            } finally {
                stage.chain.resume();
            }
            page.waitForURL(Pattern.compile(".*/campaigns/0x[0-9a-fA-F]{40}/1.*"));

            stage.chain.pause();
            try {
                announce(page, "Cancelled");
                says(page, "statement-pending");
                page.reload();
                says(page, "statement-pending");
                stage.chain.replace(wallet.account(), wallet.account(), "0x");
            } finally {
                stage.chain.resume();
            }
            says(page, "statement-cancelled");
            button(page, "Back to the form").click();
            assertThat(page.getByLabel("Title", exactly())).hasValue("Cancelled");
        }
    }

    @Test
    void aRevisionThatIsBeingMinedSurvivesAReloadToo() {
        var campaign = stage.announce("Old words");
        try (var visitor = stage.visitor(stage.walletOf(campaign.beneficiary()))) {
            var page = visitor.newPage();
            page.navigate(campaign.path() + "/revise?lang=en");
            page.getByLabel("Title", exactly()).fill("New words");
            button(page, "Announce with Beneficiary wallet").click();
            stage.chain.pause();
            try {
                button(page, "Open the wallet").click();
                says(page, "statement-pending");
                page.reload();
                says(page, "statement-pending");
            } finally {
                stage.chain.resume();
            }
            assertThat(page.getByRole(AriaRole.HEADING, named("New words"))).isVisible();
        }
    }

    @Test
    void aPageThatWasLeftWhileTheWalletAskedFindsOutByTheNodeAlone() {
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var page = visitor.newPage();
            stage.chain.pause();
            try {
                announce(page, "From a phone");
                says(page, "statement-pending");
                // As it is kept before the wallet has answered with a hash.
                page.evaluate(
                        """
                        () => {
                          const key = `urunan-statement:${location.pathname}`;
                          const kept = JSON.parse(localStorage.getItem(key));
                          delete kept.sent;
                          localStorage.setItem(key, JSON.stringify(kept));
                        }
                        """);
                page.reload();
                says(page, "statement-asked");
            } finally {
                stage.chain.resume();
            }
            page.waitForURL(Pattern.compile(".*/campaigns/0x[0-9a-fA-F]{40}/1.*"));
        }
    }

    private static void announce(Page page, String title) {
        page.navigate("/campaigns/new?lang=en");
        fill(page, title);
        button(page, "Announce with Kumbang").click();
        button(page, "Open the wallet").click();
    }

    private static void says(Page page, String key) {
        assertThat(page.locator("[data-part=says]")).hasAttribute("data-says", key);
    }

    private static void fill(Page page, String title) {
        page.getByLabel("Title", exactly()).fill(title);
        page.getByLabel("Summary").fill("Clean water for 300 families");
        page.getByLabel("Story").fill("We dig **together**.");
        page.getByLabel("Place (optional)").fill("Lembata");
    }

    private static void assertRefused(Page page, String label, String sentence) {
        var field = page.getByLabel(label, exactly());
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).hasAccessibleDescription(Pattern.compile(".*" + sentence + ".*"));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static com.microsoft.playwright.options.SelectOption label(String label) {
        return new com.microsoft.playwright.options.SelectOption().setLabel(label);
    }

    private static FilePayload picture() throws IOException {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(40, 20, 160, 160);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new FilePayload("well.png", "image/png", bytes.toByteArray());
    }
}
