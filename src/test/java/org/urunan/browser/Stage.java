package org.urunan.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.urunan.support.NodeProcess;
import org.urunan.support.Site;

/** One chain, one node, one browser, for all tests of a run. */
final class Stage implements AutoCloseable {

    private static final List<Path> BROWSERS =
            Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of("/usr/bin", name))
                    .toList();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A campaign that is announced, and that the node shows. */
    record Announced(String beneficiary, long number) {
        String path() {
            return "/campaigns/" + beneficiary + "/" + number;
        }
    }

    final LocalChain chain;
    final String donations;
    final String usdc;
    final String usdt;
    private final NodeProcess node;
    private final Site site;
    private final Playwright playwright;
    private final Browser browser;

    Stage() throws IOException, InterruptedException {
        chain = LocalChain.start();
        donations = chain.createDonations();
        usdc = chain.create("DevUSDC");
        usdt = chain.create("DevUSDT");
        node = NodeProcess.start(Files.createTempDirectory("urunan-browser"), environment());
        site = node.site();
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(installedBrowser())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    String url(String path) {
        return site.url() + path;
    }

    /** A new browser profile, in English unless its pages say otherwise. */
    BrowserContext visitor(TestWallet... wallets) {
        return visitor(new Browser.NewContextOptions().setLocale("en-US"), wallets);
    }

    BrowserContext visitor(Browser.NewContextOptions options, TestWallet... wallets) {
        var context = browser.newContext(options.setBaseURL(site.url().toString()));
        context.setDefaultTimeout(15_000);
        for (var wallet : wallets) {
            wallet.install(context);
        }
        return context;
    }

    TestWallet wallet(String name) {
        return new TestWallet(chain, name, chain.newAccount());
    }

    TestWallet walletOf(String account) {
        return new TestWallet(chain, "Beneficiary wallet", account);
    }

    /** Announced by another program: the text goes to the node, its hash to the chain. */
    Announced announce(String title) {
        var beneficiary = chain.newAccount();
        var manifest =
                """
                {"version":1,"language":"en","title":"%s","summary":"Clean water for all",\
                "story":"We **dig**.","category":"community","place":"Lembata","pictures":[],"links":[]}"""
                        .formatted(title);
        var digest = upload(manifest).get("digest").asText();
        chain.send(
                beneficiary,
                donations,
                BigInteger.ZERO,
                Abi.call("announce(uint96,bytes32)", 1, digest));
        var campaign = new Announced(beneficiary, 1);
        await("shows " + title, () -> shows(campaign));
        return campaign;
    }

    /** Whether the node has a campaign, text included. */
    boolean shows(Announced campaign) {
        return site.answers(apiPath(campaign))
                && campaign(campaign).get("contentAvailable").asBoolean();
    }

    void mint(String token, String account, long amount) {
        chain.send(
                account,
                token,
                BigInteger.ZERO,
                Abi.call("mint(address,uint256)", account, amount));
    }

    /** What the node's API says of a campaign. */
    JsonNode campaign(Announced campaign) {
        return site.json(apiPath(campaign)).get("campaign");
    }

    /** What the ledger has of a campaign, newest first. */
    JsonNode entries(Announced campaign) {
        var path =
                "/api/v1/ledger?campaign=%s/%d"
                        .formatted(campaign.beneficiary(), campaign.number());
        return site.json(path).get("entries");
    }

    JsonNode sent(Announced campaign) {
        return site.json("/api/v1/outgoing?beneficiary=" + campaign.beneficiary()).get("transfers");
    }

    void await(String what, java.util.function.BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "The node had %d s, and it is not so: it %s. %s"
                                .formatted(PATIENCE.toSeconds(), what, site.get("/api/v1/status")));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        node.close();
        chain.close();
    }

    private static String apiPath(Announced campaign) {
        return "/api/v1/campaigns/%s/%d".formatted(campaign.beneficiary(), campaign.number());
    }

    private JsonNode upload(String manifest) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url("/api/v1/content")))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(manifest))
                            .build();
            return json(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment() throws IOException {
        return Map.of(
                "URUNAN_CHAIN_ID", Integer.toString(LocalChain.ID),
                "URUNAN_CHAIN_RPC_URLS", chain.url().toString(),
                "URUNAN_CHAIN_CONTRACT", donations,
                "URUNAN_CHAIN_START_BLOCK", "0",
                "URUNAN_CHAIN_POLL_INTERVAL", "200ms",
                "URUNAN_WALLET_RPC_URL", chain.url().toString(),
                "URUNAN_TOKEN_LIST", tokenList().toString());
    }

    private Path tokenList() throws IOException {
        var list =
                """
                {"name":"Test","timestamp":"2026-01-01T00:00:00Z","version":{"major":1,"minor":0,"patch":0},"tokens":[
                {"chainId":31337,"address":"0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE","symbol":"ETH","name":"Ether","decimals":18},
                {"chainId":31337,"address":"%s","symbol":"USDC","name":"USD Coin","decimals":6,"extensions":{"permit":true,"authorization":true}},
                {"chainId":31337,"address":"%s","symbol":"USDT","name":"Tether USD","decimals":6}]}
                """
                        .formatted(usdc, usdt);
        return Files.writeString(Files.createTempFile("tokens", ".json"), list);
    }

    private static Path installedBrowser() {
        return BROWSERS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install Chromium."));
    }

    private static JsonNode json(String text) {
        try {
            return LocalChain.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
