package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The panel for giving, as a person finds things on it: by their names. */
final class GivePanelPage {

    private final Page page;
    private final Locator panel;

    private GivePanelPage(Page page) {
        this.page = page;
        this.panel =
                page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Give").setExact(true));
    }

    static GivePanelPage open(BrowserContext visitor, Stage.Announced campaign) {
        var page = visitor.newPage();
        page.navigate(campaign.path() + "?lang=en");
        return new GivePanelPage(page);
    }

    Page page() {
        return page;
    }

    Locator panel() {
        return panel;
    }

    Locator amount() {
        return panel.getByLabel("Amount");
    }

    Locator button(String name) {
        return panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    Locator status() {
        return panel.locator("[data-part=says]");
    }

    GivePanelPage fill(String amount, String symbol) {
        panel.getByLabel("Token")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(symbol));
        amount().fill(amount);
        return this;
    }

    /** From the form to the review. */
    GivePanelPage review(String amount, String symbol, TestWallet wallet) {
        fill(amount, symbol);
        button("Give with " + wallet.name()).click();
        assertThat(heading()).isVisible();
        return this;
    }

    Locator heading() {
        return panel.getByRole(
                AriaRole.HEADING,
                new Locator.GetByRoleOptions().setName("Check before your wallet opens"));
    }

    GivePanelPage send() {
        button("Open the wallet").click();
        return this;
    }

    /** The state, by the key of its sentence. */
    void says(String key) {
        assertThat(status()).hasAttribute("data-says", key);
    }

    Locator hash() {
        return panel.locator("[data-part=hash]");
    }
}
