package org.urunan.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.ChainLog.AuthorizationUsed;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.chain.NativeTransfer;
import org.urunan.money.Address;
import org.urunan.money.AuthorizationNonce;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;

/** The campaigns that one transaction's transfers name beside their beneficiary. */
final class NamedCampaigns {

    private static final byte[] TRANSFER_SELECTOR = {(byte) 0xa9, 0x05, (byte) 0x9c, (byte) 0xbb};
    private static final int TRANSFER_LENGTH = 4 + 32 + 32;
    private static final int TAG_LENGTH = 12;

    private final Announcements announcements;
    private final TxFacts facts;

    /** Those that no transfer has taken. */
    private final List<AuthorizationUsed> authorizations = new ArrayList<>();

    NamedCampaigns(Announcements announcements, TxFacts facts) {
        this.announcements = announcements;
        this.facts = facts;
        for (var log : facts.logs()) {
            if (log instanceof AuthorizationUsed used) {
                authorizations.add(used);
            }
        }
    }

    /** The campaign whose number is all of the transaction's data. */
    @Nullable CampaignId byTag(NativeTransfer transfer) {
        return byData(transfer.to(), transfer.data());
    }

    private @Nullable CampaignId byData(Address beneficiary, byte[] data) {
        return data.length == TAG_LENGTH ? announced(beneficiary, data) : null;
    }

    /** The campaign whose number begins the nonce of the first authorization that fits. */
    @Nullable CampaignId byAuthorization(Transferred moved) {
        for (var used : authorizations) {
            var fits = used.token().equals(moved.token()) && used.authorizer().equals(moved.from());
            var campaign = fits ? announced(moved.to(), used.nonce()) : null;
            if (campaign != null) {
                authorizations.remove(used);
                return campaign;
            }
        }
        return null;
    }

    /** The campaign whose number stands behind the arguments of the transaction's own transfer. */
    @Nullable CampaignId byTag(Transferred moved) {
        var call = facts.call();
        if (call == null || call.to() == null) {
            return null;
        }
        if (moved.isNative()) {
            return call.to().equals(moved.to()) ? byData(moved.to(), call.input()) : null;
        }
        if (!call.to().equals(moved.token())
                || call.input().length != TRANSFER_LENGTH + TAG_LENGTH
                || !Arrays.equals(call.input(), 0, 4, TRANSFER_SELECTOR, 0, 4)) {
            return null;
        }
        return announced(
                moved.to(),
                Arrays.copyOfRange(call.input(), TRANSFER_LENGTH, TRANSFER_LENGTH + TAG_LENGTH));
    }

    private @Nullable CampaignId announced(Address beneficiary, Hash nonce) {
        return AuthorizationNonce.read(nonce)
                .map(read -> ifAnnounced(new CampaignId(beneficiary, read.number())))
                .orElse(null);
    }

    private @Nullable CampaignId announced(Address beneficiary, byte[] number) {
        return ifAnnounced(new CampaignId(beneficiary, new BigInteger(1, number)));
    }

    @Nullable CampaignId ifAnnounced(CampaignId campaign) {
        return announcements.isAnnounced(campaign) ? campaign : null;
    }
}
