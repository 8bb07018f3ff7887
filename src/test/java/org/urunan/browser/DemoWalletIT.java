package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.urunan.money.Address;

/** The wallet with play money, put beside a production node's pages, since those do not have it. */
@ExtendWith(OnStage.class)
class DemoWalletIT {

    private static final Path BUILT = Path.of("frontend/dist/dev");

    private final Stage stage;

    DemoWalletIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void itShowsWhatItIsAskedAndGives() throws IOException {
        var campaign = stage.announce("Demo");
        try (var visitor = visitor()) {
            var give = GivePanelPage.open(visitor, campaign).fill("0.75", "ETH");
            give.button("Give with Demo wallet").click();
            var dialog = give.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Show an account");
            button(dialog, "Show it").click();
            assertThat(give.heading()).isVisible();
            give.send();
            assertThat(dialog).containsText("0.75 ETH");
            assertThat(dialog).containsText(Address.parse(campaign.beneficiary()).checksummed());
            assertThat(dialog).containsText("campaign number 1");
            button(dialog, "Reject").click();
            give.says("rejected");
            give.send();
            button(dialog, "Approve").click();
            give.says("confirmedOnce");
        }
        assertThat(stage.entries(campaign)).hasSize(1);
    }

    @Test
    void aProductionNodeHasNeitherTheWalletNorItsWayToTheChain() {
        assertThat(Path.of("target/classes/org/urunan/dev")).doesNotExist();
        assertThat(Path.of("target/classes/META-INF/resources/assets/manifest.json")).exists();
        assertThat(Path.of("target/classes/META-INF/resources/assets/dev")).doesNotExist();
        try (var visitor = stage.visitor()) {
            var page = visitor.newPage();
            page.navigate("/");
            assertThat(page.locator("script[src*='demo'], script[src*='/dev/']")).hasCount(0);
            assertThat(visitor.request().post(stage.url("/dev/rpc")).status()).isEqualTo(404);
        }
    }

    private BrowserContext visitor() throws IOException {
        var name =
                LocalChain.JSON
                        .readTree(Files.readString(BUILT.resolve("manifest.json")))
                        .get("demo-wallet")
                        .asText();
        var visitor = stage.visitor();
        visitor.route("**/dev/rpc", this::pass);
        var script = Files.readString(BUILT.resolve(name));
        visitor.addInitScript("addEventListener('DOMContentLoaded', () => {" + script + "});");
        return visitor;
    }

    private void pass(Route route) {
        try {
            var asked = LocalChain.JSON.readTree(route.request().postData());
            var answer = LocalChain.JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
            answer.set("result", ask(asked));
            route.fulfill(
                    new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(answer.toString()));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ask(JsonNode asked) {
        return stage.chain.pass(asked.get("method").asText(), asked.get("params"));
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
