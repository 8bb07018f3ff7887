package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.urunan.money.Address;

/** A gift from the first look to final, by each way that a browser wallet has. */
@ExtendWith(OnStage.class)
class GivingIT {

    private final Stage stage;

    GivingIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void coinsGoStraightToTheBeneficiaryWithTheNumberBehindThem() {
        var campaign = stage.announce("Coins");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            GivePanelPage.open(visitor, campaign)
                    .review("0,25", "ETH", wallet)
                    .send()
                    .says("confirmedOnce");
        }
        var asked = wallet.asked("eth_sendTransaction").getFirst();
        assertThat(asked.get("to").asText()).isEqualToIgnoringCase(announcedBeneficiary(campaign));
        assertThat(amount(asked.get("value").asText()))
                .isEqualTo(new BigInteger("250000000000000000"));
        assertThat(asked.get("data").asText()).isEqualTo("0x" + Abi.tag(campaign.number()));
        assertThat(asked.get("chainId").asText()).isEqualTo("0x7a69");
        assertCounted(campaign, "tagged", "250000000000000000");
    }

    @Test
    void tokensGoInOneTransferThatCarriesTheNumber() {
        var campaign = stage.announce("Tokens");
        var wallet = stage.wallet("Kumbang");
        stage.mint(stage.usdc, wallet.account(), 20_000_000);
        try (var visitor = stage.visitor(wallet)) {
            GivePanelPage.open(visitor, campaign)
                    .review("12.5", "USDC", wallet)
                    .send()
                    .says("confirmedOnce");
        }
        var asked = wallet.asked("eth_sendTransaction");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().get("to").asText()).isEqualToIgnoringCase(stage.usdc);
        assertThat(asked.getFirst().get("data").asText())
                .isEqualToIgnoringCase(
                        Abi.call(
                                        "transfer(address,uint256)",
                                        announcedBeneficiary(campaign),
                                        inUnits("12.5", stage.usdc))
                                + Abi.tag(campaign.number()));
        assertCounted(campaign, "tagged", "12500000");
    }

    @Test
    void aDelegatedAccountSignsAPermitAndGivesThroughTheContract() {
        var campaign = stage.announce("Permit");
        var wallet = stage.wallet("Kumbang");
        stage.mint(stage.usdc, wallet.account(), 5_000_000);
        stage.chain.delegate(wallet.account());
        try (var visitor = stage.visitor(wallet)) {
            GivePanelPage.open(visitor, campaign)
                    .review("3", "USDC", wallet)
                    .send()
                    .says("confirmedOnce");
        }
        assertThat(wallet.asked("eth_signTypedData_v4")).hasSize(1);
        assertThat(wallet.asked("eth_sendTransaction")).hasSize(1);
        assertThat(wallet.asked("eth_sendTransaction").getFirst().get("to").asText())
                .isEqualToIgnoringCase(stage.donations);
        assertThat(allowance(stage.usdc, wallet)).isZero();
        assertCounted(campaign, "contract", "3000000");
    }

    @Test
    void withoutPermitsExactlyTheAmountIsAllowedAndNothingIsLeft() {
        var campaign = stage.announce("Allowance");
        var wallet = stage.wallet("Kumbang");
        stage.mint(stage.usdt, wallet.account(), 9_000_000);
        stage.chain.delegate(wallet.account());
        stage.chain.send(
                wallet.account(),
                stage.usdt,
                BigInteger.ZERO,
                Abi.call("approve(address,uint256)", stage.donations, 1L));
        try (var visitor = stage.visitor(wallet)) {
            GivePanelPage.open(visitor, campaign)
                    .review("7,5", "USDT", wallet)
                    .send()
                    .says("confirmedOnce");
        }
        assertThat(wallet.asked("eth_sendTransaction"))
                .extracting(call -> call.get("data").asText().toLowerCase(Locale.ROOT))
                .startsWith(
                        Abi.call("approve(address,uint256)", stage.donations, 0L)
                                .toLowerCase(Locale.ROOT),
                        Abi.call("approve(address,uint256)", stage.donations, 7_500_000L)
                                .toLowerCase(Locale.ROOT))
                .hasSize(3);
        assertThat(allowance(stage.usdt, wallet)).isZero();
        assertCounted(campaign, "contract", "7500000");
    }

    @Test
    void aBeneficiaryWithCodeIsGivenCoinsThroughTheContract() {
        var campaign = stage.announce("Code");
        var wallet = stage.wallet("Kumbang");
        stage.chain.delegate(campaign.beneficiary());
        try (var visitor = stage.visitor(wallet)) {
            GivePanelPage.open(visitor, campaign)
                    .review("1", "ETH", wallet)
                    .send()
                    .says("confirmedOnce");
        }
        var asked = wallet.asked("eth_sendTransaction").getFirst();
        assertThat(asked.get("to").asText()).isEqualToIgnoringCase(stage.donations);
        assertThat(asked.get("data").asText())
                .isEqualTo(
                        Abi.call(
                                "donate(bytes32)",
                                Abi.campaignId(campaign.beneficiary(), campaign.number())));
        assertCounted(campaign, "contract", "1000000000000000000");
    }

    @Test
    void beforeTheWalletOpensTheDonorReadsAmountInWordsAndFullAddress() {
        var campaign = stage.announce("Review");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1,05", "ETH", wallet);
            assertThat(give.panel()).containsText("1.05 ETH");
            assertThat(give.panel()).containsText("one point zero five ETH");
            assertThat(give.panel().locator("form:visible"))
                    .containsText(Address.parse(campaign.beneficiary()).checksummed());
            assertThat(give.heading()).isFocused();
            assertThat(wallet.asked("eth_sendTransaction")).isEmpty();
        }
    }

    @Test
    void aGiftBecomesFinalOnTheOpenPageAndStaysAfterAReload() {
        var campaign = stage.announce("Final");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("2", "ETH", wallet).send();
            give.says("confirmedOnce");
            stage.chain.mine(1);
            give.says("confirmed");
            var hash = give.hash().textContent();
            give.page().reload();
            give.says("confirmed");
            assertThat(give.hash()).hasText(hash);
            stage.chain.mine(5);
            give.says("final");
        }
    }

    @Test
    void anotherDeviceWithoutScriptsSeesTheSameAtTheTransactionsPage() {
        var campaign = stage.announce("Other device");
        var wallet = stage.wallet("Kumbang");
        String link;
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("2", "ETH", wallet).send();
            give.says("confirmedOnce");
            link = give.hash().getAttribute("href");
        }
        var options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(false);
        try (var other = stage.visitor(options)) {
            var page = other.newPage();
            page.navigate(link);
            assertThat(page.locator("main")).containsText("confirmation");
        }
    }

    @Test
    void aWholeGiftNeedsNoMouse() {
        var campaign = stage.announce("Keyboard");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign);
            assertThat(give.button("Give with Kumbang")).isVisible();
            var keyboard = give.page().keyboard();
            for (var presses = 0; presses < 60 && !isFocused(give.amount()); presses++) {
                keyboard.press("Tab");
            }
            keyboard.type("0.5");
            keyboard.press("Tab");
            keyboard.press("Tab");
            assertThat(give.button("Give with Kumbang")).isFocused();
            keyboard.press("Enter");
            assertThat(give.heading()).isFocused();
            keyboard.press("Tab");
            assertThat(give.button("Open the wallet")).isFocused();
            keyboard.press("Enter");
            give.says("confirmedOnce");
        }
    }

    @Test
    void amountsThatAreNotCertainAreRefusedBesideTheField() {
        var campaign = stage.announce("Amounts");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign);
            for (var refused :
                    new String[] {"1.500", "1,000.5", "0", "-1", "1e3", "١", "1.0000005", ""}) {
                give.fill(refused, "USDC");
                give.button("Give with Kumbang").click();
                assertThat(give.amount()).hasAttribute("aria-invalid", "true");
                assertThat(
                                give.panel()
                                        .getByRole(AriaRole.ALERT)
                                        .filter(new Locator.FilterOptions().setHasText(".")))
                        .isVisible();
            }
            assertThat(wallet.asked("eth_requestAccounts")).isEmpty();
        }
    }

    private void assertCounted(Stage.Announced campaign, String way, String amount) {
        var entries = stage.entries(campaign);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("way").asText()).isEqualTo(way);
        assertThat(entries.get(0).get("amount").asText()).isEqualTo(amount);
        assertThat(entries.get(0).at("/campaign/number").asText())
                .isEqualTo(Long.toString(campaign.number()));
    }

    /** From the announcement's own log. */
    private String announcedBeneficiary(Stage.Announced campaign) {
        var topic = "0x" + Abi.topic("CampaignAnnounced(bytes32,bytes32)");
        var filter =
                java.util.Map.of(
                        "address",
                        stage.donations,
                        "fromBlock",
                        "0x0",
                        "topics",
                        new String[] {
                            topic, Abi.campaignId(campaign.beneficiary(), campaign.number())
                        });
        var log = stage.chain.ask("eth_getLogs", filter).get(0);
        return log.at("/topics/1").asText().substring(0, 42);
    }

    private BigInteger inUnits(String decimal, String token) {
        var decimals = amount(stage.chain.call(token, Abi.call("decimals()"))).intValueExact();
        return new java.math.BigDecimal(decimal).movePointRight(decimals).toBigIntegerExact();
    }

    private BigInteger allowance(String token, TestWallet wallet) {
        return amount(
                stage.chain.call(
                        token,
                        Abi.call("allowance(address,address)", wallet.account(), stage.donations)));
    }

    private static boolean isFocused(Locator locator) {
        return (boolean) locator.evaluate("element => element === document.activeElement");
    }

    private static BigInteger amount(String hex) {
        return new BigInteger(hex.substring(2), 16);
    }
}
