package org.urunan.dev;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.urunan.money.Address;
import org.urunan.money.AuthorizationNonce;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/** Gives on a development chain, in every way there is, as donors' wallets would. */
final class Gifts {

    private static final Hash PERMIT =
            Calldata.hashOf(
                    "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256"
                            + " deadline)");
    private static final Hash TRANSFER_WITH_AUTHORIZATION =
            Calldata.hashOf(
                    "TransferWithAuthorization(address from,address to,uint256 value,uint256"
                            + " validAfter,uint256 validBefore,bytes32 nonce)");
    private static final BigInteger FOREVER = BigInteger.ONE.shiftLeft(64);

    private final DevChain chain;
    private final Address donations;
    private final Address payer;
    private final Random random;

    /**
     * @param donations the contract
     * @param payer pays the gas of authorizations
     */
    Gifts(DevChain chain, Address donations, Address payer, Random random) {
        this.chain = chain;
        this.donations = donations;
        this.payer = payer;
        this.random = random;
    }

    void direct(Person donor, Address beneficiary, Token token, BigInteger amount) {
        if (token.isNative()) {
            chain.send(donor.address(), beneficiary, amount, "0x");
        } else {
            chain.send(donor.address(), token.address(), transfer(beneficiary, amount));
        }
    }

    void tagged(Person donor, CampaignId campaign, Token token, BigInteger amount) {
        var tag = Calldata.word(campaign).substring(40);
        if (token.isNative()) {
            chain.send(donor.address(), campaign.beneficiary(), amount, "0x" + tag);
        } else {
            var call = transfer(campaign.beneficiary(), amount) + tag;
            chain.send(donor.address(), token.address(), call);
        }
    }

    /** Through the contract, with an exact allowance. */
    void contract(Person donor, CampaignId campaign, Token token, BigInteger amount) {
        if (token.isNative()) {
            var call = Calldata.of("donate(bytes32)", campaign);
            chain.send(donor.address(), donations, amount, call);
        } else {
            allow(donor, token.address(), amount);
            contract(donor, campaign, token.address(), amount);
        }
    }

    /** Through the contract, with whatever token and allowance there is. */
    void contract(Person donor, CampaignId campaign, Address token, BigInteger amount) {
        var call = Calldata.of("donate(bytes32,address,uint256)", campaign, token, amount);
        chain.send(donor.address(), donations, call);
    }

    void batch(Person donor, Token token, List<Calldata.Leg> legs) {
        var sum = legs.stream().map(Calldata.Leg::amount).reduce(BigInteger.ZERO, BigInteger::add);
        if (token.isNative()) {
            var call = Calldata.batch("donateBatch((bytes32,uint256)[])", legs);
            chain.send(donor.address(), donations, sum, call);
        } else {
            allow(donor, token.address(), sum);
            var signature = "donateBatch(address,(bytes32,uint256)[])";
            chain.send(
                    donor.address(), donations, Calldata.batch(signature, legs, token.address()));
        }
    }

    /** Through the contract, with a signed allowance (ERC-2612). */
    void permit(Person donor, CampaignId campaign, Token token, BigInteger amount) {
        var nonce = chain.call(token.address(), Calldata.of("nonces(address)", donor.address()));
        var terms =
                Calldata.hashOf(
                        PERMIT, donor.address(), donations, amount, Hash.parse(nonce), FOREVER);
        var signed = donor.sign(domainOf(token), terms);
        var signature = "donateWithPermit(bytes32,address,uint256,uint256,uint8,bytes32,bytes32)";
        chain.send(
                donor.address(),
                donations,
                Calldata.of(
                        signature,
                        campaign,
                        token.address(),
                        amount,
                        FOREVER,
                        signed.v(),
                        signed.r(),
                        signed.s()));
    }

    /**
     * Signed by the donor, sent by someone else (EIP-3009); the nonce starts with the campaign's
     * number.
     */
    void authorization(Person donor, CampaignId campaign, Token token, BigInteger amount) {
        var nonce = new AuthorizationNonce(campaign.number(), new BigInteger(96, random)).toHash();
        var to = campaign.beneficiary();
        var terms =
                Calldata.hashOf(
                        TRANSFER_WITH_AUTHORIZATION,
                        donor.address(),
                        to,
                        amount,
                        0,
                        FOREVER,
                        nonce);
        var signed = donor.sign(domainOf(token), terms);
        var signature =
                "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)";
        chain.send(
                payer,
                token.address(),
                Calldata.of(
                        signature,
                        donor.address(),
                        to,
                        amount,
                        0,
                        FOREVER,
                        nonce,
                        signed.v(),
                        signed.r(),
                        signed.s()));
    }

    /** A transfer of more than the donor has: mined, and failed. */
    void failed(Person donor, Address beneficiary, Token token) {
        chain.sendAnyway(donor.address(), token.address(), transfer(beneficiary, FOREVER.pow(2)));
    }

    /** A log that claims a transfer which never was, from a token that no list names. */
    void forged(Person donor, Address beneficiary, Address fakeToken, BigInteger amount) {
        var signature = "forge(address,address,uint256)";
        var call = Calldata.of(signature, donor.address(), beneficiary, amount);
        chain.send(donor.address(), fakeToken, call);
    }

    private void allow(Person donor, Address token, BigInteger amount) {
        var call = Calldata.of("approve(address,uint256)", donations, amount);
        chain.send(donor.address(), token, call);
    }

    private Hash domainOf(Token token) {
        return Hash.parse(chain.call(token.address(), Calldata.of("DOMAIN_SEPARATOR()")));
    }

    private static String transfer(Address to, BigInteger amount) {
        return Calldata.of("transfer(address,uint256)", to, amount);
    }
}
