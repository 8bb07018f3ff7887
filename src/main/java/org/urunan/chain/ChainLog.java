package org.urunan.chain;

import java.math.BigInteger;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * A decoded log. The first four come from the {@code Donations} contract of this node alone; the
 * last two from listed tokens alone, native coin included where its transfers are logged. Amounts
 * are base units, uint256.
 */
public sealed interface ChainLog {

    LogPlace place();

    /** {@code CampaignAnnounced}: first or revised, the latest wins. */
    record Announced(LogPlace place, CampaignId campaign, Hash contentHash) implements ChainLog {}

    /** {@code CampaignClosed}. */
    record Closed(LogPlace place, CampaignId campaign) implements ChainLog {}

    /** {@code CampaignMoved}: a statement that redirects nothing. */
    record Moved(LogPlace place, CampaignId campaign, CampaignId to) implements ChainLog {}

    /**
     * {@code Donation}; {@code token} may be anything that a caller made up, or {@link
     * org.urunan.money.Token#NATIVE}.
     */
    record Donated(
            LogPlace place, CampaignId campaign, Address donor, Address token, BigInteger amount)
            implements ChainLog {}

    /**
     * ERC-20 {@code Transfer} of a listed token, or of native coin (EIP-7708).
     *
     * @param emitter the token; {@link Token#NATIVE_LOGGER} for native coin
     */
    record Transferred(LogPlace place, Address emitter, Address from, Address to, BigInteger amount)
            implements ChainLog {

        /** What moved, as the token list names it. */
        public Address token() {
            return isNative() ? Token.NATIVE : emitter;
        }

        public boolean isNative() {
            return emitter.equals(Token.NATIVE_LOGGER);
        }
    }

    /** EIP-3009 {@code AuthorizationUsed} of a listed token. */
    record AuthorizationUsed(LogPlace place, Address token, Address authorizer, Hash nonce)
            implements ChainLog {}
}
