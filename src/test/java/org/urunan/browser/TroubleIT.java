package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What wallets and people do otherwise: decline, wait, be elsewhere, be several, be none. */
@ExtendWith(OnStage.class)
class TroubleIT {

    private final Stage stage;

    TroubleIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void decliningToConnectLeavesTheFormAsItWas() {
        var campaign = stage.announce("Decline to connect");
        var wallet =
                stage.wallet("Kumbang")
                        .refusing(
                                "eth_requestAccounts", TestWallet.Answer.of(4001, "User rejected"));
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).fill("1,5", "USDC");
            give.button("Give with Kumbang").click();
            give.says("rejected");
            assertThat(give.amount()).hasValue("1,5");
            assertThat(give.button("Give with Kumbang")).isFocused();
            assertThat(give.status()).not().hasClass("note note-alarm");
        }
    }

    @Test
    void decliningToSendLeavesTheReviewAndCanBeTriedAgain() {
        var campaign = stage.announce("Decline to send");
        var wallet =
                stage.wallet("Kumbang")
                        .refusing("eth_sendTransaction", TestWallet.Answer.nested(4001, "denied"));
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet).send();
            give.says("rejected");
            assertThat(give.button("Open the wallet")).isFocused();
            give.send().says("confirmedOnce");
        }
        assertThat(stage.entries(campaign)).hasSize(1);
    }

    @Test
    void anOpenRequestIsSaidToWaitInTheWallet() {
        var campaign = stage.announce("Already pending");
        var wallet =
                stage.wallet("Kumbang")
                        .refusing(
                                "eth_requestAccounts",
                                TestWallet.Answer.of(-32002, "Already processing"));
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).fill("1", "ETH");
            give.button("Give with Kumbang").click();
            give.says("walletPending");
            assertThat(give.amount()).hasValue("1");
        }
    }

    @Test
    void aWalletOnAnotherChainIsBroughtHereBeforeAnythingIsSent() {
        var campaign = stage.announce("Switch");
        var wallet = stage.wallet("Kumbang").on(1);
        try (var visitor = stage.visitor(wallet)) {
            GivePanelPage.open(visitor, campaign)
                    .review("1", "ETH", wallet)
                    .send()
                    .says("confirmedOnce");
        }
        assertThat(wallet.asked("wallet_switchEthereumChain")).hasSize(1);
        assertThat(wallet.asked("wallet_addEthereumChain")).isEmpty();
    }

    @Test
    void aWalletThatDoesNotKnowTheChainIsToldAboutIt() {
        for (var unknown :
                new TestWallet.Answer[] {
                    TestWallet.Answer.of(4902, "Unrecognized chain"),
                    TestWallet.Answer.nested(4902, "Unrecognized chain")
                }) {
            var campaign = stage.announce("Add the chain");
            var wallet =
                    stage.wallet("Kumbang").on(1).refusing("wallet_switchEthereumChain", unknown);
            wallet.answering("wallet_addEthereumChain", request -> null);
            try (var visitor = stage.visitor(wallet)) {
                GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet);
            }
            var told = wallet.asked("wallet_addEthereumChain").getFirst();
            assertThat(told.get("chainId").asText()).isEqualTo("0x7a69");
            assertThat(told.at("/nativeCurrency/decimals").asInt()).isEqualTo(18);
            assertThat(told.at("/rpcUrls/0").asText()).isEqualTo(stage.chain.url().toString());
        }
    }

    @Test
    void aWalletThatSaysItSwitchedAndDidNotIsNeverAskedToSend() {
        var campaign = stage.announce("Lie");
        var wallet = stage.wallet("Kumbang").on(1);
        wallet.answering("wallet_switchEthereumChain", request -> null);
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).fill("1", "ETH");
            give.button("Give with Kumbang").click();
            give.says("wrongChain");
        }
        assertThat(wallet.asked("eth_sendTransaction")).isEmpty();
    }

    @Test
    void whoChangesTheChainDuringTheReviewSendsNothing() {
        var campaign = stage.announce("Changed meanwhile");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet);
            wallet.on(1);
            give.send().says("wrongChain");
        }
        assertThat(wallet.asked("eth_sendTransaction")).isEmpty();
    }

    @Test
    void decliningTheChainIsNeutral() {
        var campaign = stage.announce("Decline the chain");
        var wallet =
                stage.wallet("Kumbang")
                        .on(1)
                        .refusing(
                                "wallet_switchEthereumChain",
                                TestWallet.Answer.of(4001, "User rejected"));
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).fill("1", "ETH");
            give.button("Give with Kumbang").click();
            give.says("rejected");
        }
    }

    @Test
    void ofTwoWalletsTheChosenOneAloneIsAsked() {
        var campaign = stage.announce("Two wallets");
        var first = stage.wallet("Kumbang");
        var second = stage.wallet("Rajawali");
        try (var visitor = stage.visitor(first, second)) {
            var give = GivePanelPage.open(visitor, campaign);
            assertThat(give.button("Give with Kumbang")).isVisible();
            give.review("1", "ETH", second);
        }
        assertThat(first.asked("eth_requestAccounts")).isEmpty();
        assertThat(second.asked("eth_requestAccounts")).hasSize(1);
    }

    @Test
    void withoutAWalletThereIsNoDeadButtonButTheAddress() {
        var campaign = stage.announce("No wallet");
        try (var visitor = stage.visitor()) {
            var give = GivePanelPage.open(visitor, campaign);
            assertThat(give.panel()).containsText("There is no wallet in this browser");
            assertThat(give.amount()).isHidden();
            assertThat(
                            give.panel()
                                    .getByRole(
                                            AriaRole.IMG,
                                            new Locator.GetByRoleOptions().setName("QR code")))
                    .isVisible();
        }
    }

    @Test
    void moreThanTheAccountHasIsToldBeforeTheWalletOpens() {
        var campaign = stage.announce("Not enough");
        var wallet = stage.wallet("Kumbang");
        stage.mint(stage.usdc, wallet.account(), 1_500_000);
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).fill("2", "USDC");
            give.button("Give with Kumbang").click();
            give.says("notEnough");
            assertThat(give.status()).containsText("1.5 USDC");
        }
        assertThat(wallet.asked("eth_sendTransaction")).isEmpty();
    }

    @Test
    void anotherAccountMeanwhileIsCheckedAnew() {
        var campaign = stage.announce("Other account");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet);
            wallet.answering(
                    "eth_accounts", request -> java.util.List.of(stage.chain.newAccount()));
            give.send().says("accountChanged");
            assertThat(give.amount()).hasValue("1");
        }
        assertThat(wallet.asked("eth_sendTransaction")).isEmpty();
    }
}
