package org.urunan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Token;

/**
 * What the panel through which donors give, and the forms through which campaigners announce, need
 * to know of the chain.
 *
 * @param coin the chain's own coin; null when it is not listed
 * @param isPlainNativeFound whether this node finds plain transfers of the coin
 * @param rpcUrl an endpoint for wallets that do not know the chain; null when there is none
 */
public record GivePanel(
        long chainId,
        String chainName,
        Address contract,
        @Nullable Token coin,
        boolean isPlainNativeFound,
        @Nullable String rpcUrl,
        List<Token> tokens) {

    /** EIP-681, the default form: the address alone, so that every wallet app understands it. */
    public String uri(CampaignId campaign) {
        return "ethereum:%s@%d".formatted(campaign.beneficiary().checksummed(), chainId);
    }

    /** EIP-681 for a token: the address in it is the token's, which some wallet apps mistake. */
    public String uri(CampaignId campaign, Token token) {
        return token.isNative()
                ? uri(campaign)
                : "ethereum:%s@%d/transfer?address=%s"
                        .formatted(
                                token.address().checksummed(),
                                chainId,
                                campaign.beneficiary().checksummed());
    }

    public String coinName() {
        return coin == null ? "Ether" : coin.name();
    }

    public String coinSymbol() {
        return coin == null ? "ETH" : coin.symbol();
    }
}
