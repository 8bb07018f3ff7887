package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Map;
import org.urunan.chain.ChainConfig;
import org.urunan.money.Address;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** The one chain of this node, for templates: {@code {cdi:givePanels.panel}}. */
@Named("givePanels")
@ApplicationScoped
public class GivePanels {

    private static final Map<Long, String> NAMES =
            Map.of(
                    1L, "Ethereum",
                    10L, "OP Mainnet",
                    100L, "Gnosis",
                    137L, "Polygon",
                    8453L, "Base",
                    31337L, "Urunan development chain",
                    42161L, "Arbitrum One",
                    42220L, "Celo",
                    59144L, "Linea",
                    11155111L, "Sepolia");

    private final GivePanel panel;

    GivePanels(ChainConfig chain, WalletConfig wallet, TokenList tokens) {
        var name = NAMES.getOrDefault(chain.id(), "Chain " + chain.id());
        this.panel =
                new GivePanel(
                        chain.id(),
                        wallet.chainName().orElse(name),
                        Address.parse(chain.contract()),
                        tokens.tokens().stream().filter(Token::isNative).findFirst().orElse(null),
                        chain.nativeBlocks(),
                        wallet.rpcUrl().map(URI::toString).orElse(null),
                        tokens.tokens());
    }

    public GivePanel panel() {
        return panel;
    }
}
