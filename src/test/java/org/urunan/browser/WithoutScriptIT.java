package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.urunan.money.Address;

/** Everything but signing works without JavaScript. */
@ExtendWith(OnStage.class)
class WithoutScriptIT {

    private final Stage stage;

    WithoutScriptIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theCampaignShowsAddressQrCodeAndLinkAndHidesTheForm() {
        var campaign = stage.announce("Without scripts");
        var address = Address.parse(campaign.beneficiary()).checksummed();
        try (var visitor = stage.visitor(options())) {
            var page = open(visitor.newPage(), campaign.path());
            assertThat(page.locator("#give noscript p")).isVisible();
            assertThat(page.locator("#give-address")).hasText(address);
            assertThat(page.locator("#give a[href^='ethereum:']").first())
                    .hasAttribute("href", "ethereum:" + address + "@31337");
            assertThat(page.locator("#give form:visible")).hasCount(0);
            var isDrawn =
                    page.locator("#give img.qr")
                            .evaluate("image => image.complete && image.naturalWidth > 0");
            assertThat(isDrawn).isEqualTo(true);
        }
    }

    @Test
    void theFormSaysThatAWalletIsNeeded() {
        try (var visitor = stage.visitor(options())) {
            var page = open(visitor.newPage(), "/campaigns/new");
            assertThat(page.locator("h1")).hasText("Start a campaign");
            assertThat(page.locator("main noscript p")).isVisible();
            assertThat(page.locator("main form:visible")).hasCount(0);
        }
    }

    @Test
    void onePagesThroughCampaignsAndLedger() {
        var campaign = stage.announce("Found by search");
        try (var visitor = stage.visitor(options())) {
            var page = open(visitor.newPage(), "/campaigns");
            page.locator("input[name=q]").fill("Found by search");
            page.locator("input[name=q]").press("Enter");
            assertThat(page.locator("main")).containsText("Found by search");
            open(page, campaign.path() + "/ledger");
            assertThat(page.locator("main")).containsText("Found by search");
        }
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en-US").setJavaScriptEnabled(false);
    }

    private static Page open(Page page, String path) {
        page.navigate(path);
        return page;
    }
}
