package org.urunan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can become of a gift between the wallet and finality. */
@ExtendWith(OnStage.class)
class FateIT {

    private final Stage stage;

    FateIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void mineAgain() {
        stage.chain.resume();
    }

    @Test
    void aGiftThatWasSpedUpIsFollowedUnderItsNewHashAndCountedOnce() {
        var campaign = stage.announce("Speed up");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet);
            stage.chain.pause();
            give.send().says("pending");
            var first = give.hash().textContent();
            var second =
                    stage.chain.ask("eth_sendTransaction", replacement(wallet, false)).asText();
            stage.chain.mine(1);
            give.says("confirmedOnce");
            assertThat(give.hash()).hasText(second);
            assertThat(second).isNotEqualTo(first);
        }
        assertThat(stage.entries(campaign)).hasSize(1);
    }

    @Test
    void aGiftThatWasCancelledIsSaidNotToBeSentAndIsNotCounted() {
        var campaign = stage.announce("Cancel");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet);
            stage.chain.pause();
            give.send().says("pending");
            stage.chain.ask("eth_sendTransaction", replacement(wallet, true));
            stage.chain.mine(1);
            give.says("cancelled");
        }
        assertThat(stage.entries(campaign)).isEmpty();
    }

    @Test
    void aGiftThatTheChainRefusedIsSaidToHaveFailedAndIsNotCounted() {
        var campaign = stage.announce("Failed");
        var wallet = stage.wallet("Kumbang");
        stage.mint(stage.usdc, wallet.account(), 1_000_000);
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "USDC", wallet);
            stage.chain.send(
                    wallet.account(),
                    stage.usdc,
                    java.math.BigInteger.ZERO,
                    Abi.call("transfer(address,uint256)", stage.donations, 1_000_000L));
            wallet.answering(
                    "eth_sendTransaction",
                    request -> {
                        var transaction = (ObjectNode) request.at("/params/0");
                        return stage.chain.ask(
                                "eth_sendTransaction", transaction.put("gas", "0x30d40"));
                    });
            give.send().says("failed");
        }
        assertThat(stage.entries(campaign)).isEmpty();
    }

    @Test
    void aReorgDropsAGiftAndAnotherBlockBringsItBack() {
        var campaign = stage.announce("Reorg");
        var wallet = stage.wallet("Kumbang");
        try (var visitor = stage.visitor(wallet)) {
            var give = GivePanelPage.open(visitor, campaign).review("1", "ETH", wallet).send();
            give.says("confirmedOnce");
            var transaction = wallet.asked("eth_sendTransaction").getFirst();
            stage.chain.pause();
            stage.chain.ask("anvil_reorg", 1, new Object[0]);
            give.says("dropped");
            stage.await("forgets the gift", () -> stage.entries(campaign).isEmpty());
            sendAgain(transaction, give.hash().textContent());
            stage.chain.mine(1);
            give.says("confirmedOnce");
        }
        assertThat(stage.entries(campaign)).hasSize(1);
    }

    /** The same account, nonce and fees give the same hash. */
    private void sendAgain(JsonNode transaction, String hash) {
        if (stage.chain.ask("eth_getTransactionByHash", hash).isNull()) {
            stage.chain.ask("eth_sendTransaction", transaction);
        }
    }

    /** What a wallet sends to speed up or to cancel: same nonce, higher fee. */
    private JsonNode replacement(TestWallet wallet, boolean isCancelling) {
        var sent = wallet.asked("eth_sendTransaction").getFirst();
        var nonce = stage.chain.ask("eth_getTransactionCount", wallet.account(), "latest").asText();
        var next = LocalChain.JSON.createObjectNode();
        next.put("from", wallet.account()).put("nonce", nonce);
        next.put("maxFeePerGas", "0x2540be4000").put("maxPriorityFeePerGas", "0x12a05f2000");
        if (isCancelling) {
            return next.put("to", wallet.account()).put("value", "0x0");
        }
        next.set("to", sent.get("to"));
        next.set("value", sent.get("value"));
        next.set("data", sent.get("data"));
        return next;
    }
}
