package org.urunan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urunan.ledger.Books.COCOA;
import static org.urunan.ledger.Books.DOLLAR;
import static org.urunan.ledger.Books.NATIVE;
import static org.urunan.ledger.Books.UNLISTED;
import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Position;
import org.urunan.money.Token;
import org.urunan.support.ChainScript;

/** The rules of docs/ledger-format.md, sentence by sentence. */
class LedgerRulesTest {

    private static final Address SITI = address("siti");
    private static final Address BUDI = address("budi");
    private static final Address ANI = address("ani");
    private static final CampaignId WELL = new CampaignId(SITI, BigInteger.valueOf(7));
    private static final CampaignId SCHOOL = new CampaignId(SITI, BigInteger.valueOf(8));
    private static final CampaignId NEVER = new CampaignId(SITI, BigInteger.valueOf(9));

    private static ChainScript chain() {
        return ChainScript.after(Books.BEFORE, "main").block();
    }

    /** WELL is announced and open, SITI is known. */
    private static ChainScript afterAnnouncement() {
        return chain().tx().announce(WELL).block();
    }

    private static Judgement judge(ChainScript script) {
        return new LedgerRules(Books.ORIGIN.contract(), Books.TOKENS, new Announcements())
                .judge(script.appended());
    }

    private static NewEntry only(ChainScript script) {
        var entries = judge(script).entries();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static NewRejection onlyRejection(ChainScript script) {
        var judgement = judge(script);
        assertThat(judgement.entries()).isEmpty();
        assertThat(judgement.rejections()).hasSize(1);
        return judgement.rejections().getFirst();
    }

    private static Hash nonce(CampaignId campaign, int random) {
        return Hash.of(
                ByteBuffer.allocate(32).put(campaign.numberBytes()).putInt(20, random).array());
    }

    private static byte[] transferCall(Address to, long amount, byte[] tag) {
        return ByteBuffer.allocate(68 + tag.length)
                .put(new byte[] {(byte) 0xa9, 0x05, (byte) 0x9c, (byte) 0xbb})
                .put(new byte[12])
                .put(to.bytes())
                .put(new byte[24])
                .putLong(amount)
                .put(tag)
                .array();
    }

    // Rule 1

    @Test
    void anUnlistedTokenNeverCounts() {
        var rejection =
                onlyRejection(
                        afterAnnouncement()
                                .tx()
                                .donation(WELL, BUDI, UNLISTED, 5)
                                .transfer(UNLISTED, BUDI, SITI, 5));
        assertThat(rejection.reason()).isEqualTo(RejectionReason.UNLISTED_TOKEN);
        assertThat(rejection.campaign()).isEqualTo(WELL);
    }

    @Test
    void anAmountOfZeroNeverCounts() {
        var rejection = onlyRejection(afterAnnouncement().tx().transfer(DOLLAR, BUDI, SITI, 0));
        assertThat(rejection.reason()).isEqualTo(RejectionReason.ZERO_AMOUNT);
        assertThat(onlyRejection(afterAnnouncement().tx().donation(WELL, BUDI, NATIVE, 0)).reason())
                .isEqualTo(RejectionReason.ZERO_AMOUNT);
    }

    // Rule 2

    @Test
    void nothingCountsBeforeTheFirstAnnouncement() {
        var judgement =
                judge(
                        chain().tx()
                                .transfer(DOLLAR, BUDI, SITI, 1)
                                .pay(BUDI, SITI, 2, new byte[0])
                                .tx()
                                .announce(WELL)
                                .transfer(DOLLAR, BUDI, SITI, 4)
                                .tx()
                                .pay(BUDI, SITI, 8, new byte[0]));
        assertThat(judgement.entries())
                .extracting(entry -> entry.amount().intValue())
                .containsExactlyInAnyOrder(4, 8);
        assertThat(judgement.rejections()).isEmpty();
    }

    @Test
    void aDonationToSomeoneUnknownIsRejected() {
        var rejection =
                onlyRejection(
                        chain().tx()
                                .donation(WELL, BUDI, DOLLAR, 1)
                                .transfer(DOLLAR, BUDI, SITI, 1));
        assertThat(rejection.reason()).isEqualTo(RejectionReason.BENEFICIARY_NOT_ANNOUNCED);
    }

    @Test
    void aNativeTransferCountsOnlyBehindTheTransactionThatAnnounces() {
        var script = chain().tx().pay(BUDI, SITI, 1, new byte[0]).tx().announce(WELL);
        assertThat(judge(script).entries()).isEmpty();
        assertThat(judge(script.tx().pay(BUDI, SITI, 1, new byte[0])).entries()).hasSize(1);
    }

    @Test
    void closingEndsACampaignAndAnnouncingAgainReopensIt() {
        var closed = afterAnnouncement().tx().close(WELL);
        var entry = only(closed.tx().donation(WELL, BUDI, NATIVE, 5));
        assertThat(entry.campaign()).isEqualTo(WELL);
        assertThat(entry.isAfterClosing()).isTrue();

        var reopened = afterAnnouncement().tx().close(WELL).tx().announce(WELL);
        assertThat(only(reopened.tx().donation(WELL, BUDI, NATIVE, 5)).isAfterClosing()).isFalse();
    }

    @Test
    void movingEndsACampaignAndRedirectsNothing() {
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .move(WELL, SCHOOL)
                                .tx()
                                .transfer(DOLLAR, BUDI, SITI, 5));
        assertThat(entry.campaign()).isNull();
        assertThat(entry.beneficiary()).isEqualTo(SITI);
    }

    @Test
    void whatWasNeverAnnouncedCannotBeClosed() {
        assertThat(judge(afterAnnouncement().tx().close(NEVER).move(NEVER, WELL)).statements())
                .hasSize(1);
    }

    // Rule 3

    @Test
    void aDonationTakesTheNextTransferOfTheSameDonorBeneficiaryAndAmount() {
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .donation(WELL, BUDI, DOLLAR, 5)
                                .otherLog()
                                .transfer(DOLLAR, BUDI, SITI, 5));
        assertThat(entry.way()).isEqualTo(Way.CONTRACT);
        assertThat(entry.campaign()).isEqualTo(WELL);
        assertThat(Position.index(entry.position())).isEqualTo(2);
    }

    @Test
    void aTransferBeforeTheDonationIsNotItsMoney() {
        var judgement =
                judge(
                        afterAnnouncement()
                                .tx()
                                .transfer(DOLLAR, BUDI, SITI, 5)
                                .donation(WELL, BUDI, DOLLAR, 5));
        assertThat(judgement.entries()).extracting(NewEntry::way).containsExactly(Way.DIRECT);
        assertThat(judgement.rejections())
                .extracting(NewRejection::reason)
                .containsExactly(RejectionReason.NO_TRANSFER);
    }

    @Test
    void aDonationWithoutItsExactTransferIsRejected() {
        for (var script :
                new ChainScript[] {
                    afterAnnouncement().tx().donation(WELL, BUDI, DOLLAR, 5),
                    afterAnnouncement().tx().donation(WELL, BUDI, DOLLAR, 5).tx().block()
                }) {
            assertThat(onlyRejection(script).reason()).isEqualTo(RejectionReason.NO_TRANSFER);
        }
        var otherAmount =
                judge(
                        afterAnnouncement()
                                .tx()
                                .donation(WELL, BUDI, DOLLAR, 5)
                                .transfer(DOLLAR, BUDI, SITI, 4)
                                .transfer(DOLLAR, ANI, SITI, 5)
                                .transfer(COCOA, BUDI, SITI, 5));
        assertThat(otherAmount.rejections()).hasSize(1);
        assertThat(otherAmount.entries()).extracting(NewEntry::way).containsOnly(Way.DIRECT);
    }

    @Test
    void aTransferInAnotherTransactionIsNotItsMoney() {
        var judgement =
                judge(
                        afterAnnouncement()
                                .tx()
                                .donation(WELL, BUDI, DOLLAR, 5)
                                .tx()
                                .transfer(DOLLAR, BUDI, SITI, 5));
        assertThat(judgement.entries()).extracting(NewEntry::way).containsExactly(Way.DIRECT);
        assertThat(judgement.rejections()).hasSize(1);
    }

    @Test
    void equalGiftsOfOneTransactionEachTakeTheirOwnTransfer() {
        var judgement =
                judge(
                        afterAnnouncement()
                                .tx()
                                .announce(SCHOOL)
                                .tx()
                                .donation(WELL, BUDI, DOLLAR, 5)
                                .donation(SCHOOL, BUDI, DOLLAR, 5)
                                .transfer(DOLLAR, BUDI, SITI, 5)
                                .transfer(DOLLAR, BUDI, SITI, 5)
                                .transfer(DOLLAR, BUDI, SITI, 5));
        assertThat(judgement.entries())
                .extracting(NewEntry::campaign)
                .containsExactly(WELL, SCHOOL, null);
        assertThat(judgement.entries())
                .extracting(NewEntry::way)
                .containsExactly(Way.CONTRACT, Way.CONTRACT, Way.DIRECT);
    }

    @Test
    void aDonationForWhatWasNeverAnnouncedIsForNoOneCampaign() {
        var entry = only(afterAnnouncement().tx().donation(NEVER, BUDI, NATIVE, 5));
        assertThat(entry.campaign()).isNull();
        assertThat(entry.way()).isEqualTo(Way.CONTRACT);
        assertThat(entry.isAfterClosing()).isFalse();
    }

    // Rule 4

    @Test
    void anAuthorizationsNonceNamesTheCampaign() {
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .authorization(DOLLAR, BUDI, nonce(WELL, 1234))
                                .transfer(DOLLAR, BUDI, SITI, 5));
        assertThat(entry.way()).isEqualTo(Way.AUTHORIZATION);
        assertThat(entry.campaign()).isEqualTo(WELL);
        var behind =
                only(
                        afterAnnouncement()
                                .tx()
                                .transfer(DOLLAR, BUDI, SITI, 5)
                                .authorization(DOLLAR, BUDI, nonce(WELL, 1234)));
        assertThat(behind.way()).isEqualTo(Way.AUTHORIZATION);
    }

    @Test
    void anAuthorizationCountsOnce() {
        var judgement =
                judge(
                        afterAnnouncement()
                                .tx()
                                .authorization(DOLLAR, BUDI, nonce(WELL, 1))
                                .transfer(DOLLAR, BUDI, SITI, 5)
                                .transfer(DOLLAR, BUDI, SITI, 6));
        assertThat(judgement.entries())
                .extracting(NewEntry::way)
                .containsExactly(Way.AUTHORIZATION, Way.DIRECT);
    }

    @Test
    void otherAuthorizationsSayNothing() {
        var endsOtherwise = nonce(WELL, 1).bytes();
        endsOtherwise[31] = 1;
        for (var script :
                new ChainScript[] {
                    afterAnnouncement().tx().authorization(DOLLAR, BUDI, Hash.of(endsOtherwise)),
                    afterAnnouncement().tx().authorization(DOLLAR, BUDI, nonce(NEVER, 1)),
                    afterAnnouncement().tx().authorization(DOLLAR, ANI, nonce(WELL, 1)),
                    afterAnnouncement().tx().authorization(COCOA, BUDI, nonce(WELL, 1)),
                    afterAnnouncement().tx().authorization(DOLLAR, BUDI, nonce(WELL, 1)).tx()
                }) {
            assertThat(only(script.transfer(DOLLAR, BUDI, SITI, 5)).way()).isEqualTo(Way.DIRECT);
        }
    }

    @Test
    void twelveBytesBehindATransfersArgumentsNameTheCampaign() {
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .announce(SCHOOL)
                                .tx()
                                .call(DOLLAR, transferCall(SITI, 5, SCHOOL.numberBytes()))
                                .transfer(DOLLAR, BUDI, SITI, 5));
        assertThat(entry.way()).isEqualTo(Way.TAGGED);
        assertThat(entry.campaign()).isEqualTo(SCHOOL);
    }

    @Test
    void otherCallDataIsNoTag() {
        var longer = Arrays.copyOf(WELL.numberBytes(), 13);
        var otherSelector = transferCall(SITI, 5, WELL.numberBytes());
        otherSelector[0] = 0;
        for (var script :
                new ChainScript[] {
                    afterAnnouncement().tx().call(DOLLAR, transferCall(SITI, 5, longer)),
                    afterAnnouncement().tx().call(DOLLAR, transferCall(SITI, 5, new byte[0])),
                    afterAnnouncement()
                            .tx()
                            .call(DOLLAR, transferCall(SITI, 5, NEVER.numberBytes())),
                    afterAnnouncement().tx().call(COCOA, transferCall(SITI, 5, WELL.numberBytes())),
                    afterAnnouncement().tx().call(DOLLAR, otherSelector),
                    afterAnnouncement().tx().call(null, transferCall(SITI, 5, WELL.numberBytes())),
                }) {
            assertThat(only(script.transfer(DOLLAR, BUDI, SITI, 5)).way()).isEqualTo(Way.DIRECT);
        }
    }

    @Test
    void aDirectTransferIsForTheOneOpenCampaign() {
        assertThat(only(afterAnnouncement().tx().transfer(DOLLAR, BUDI, SITI, 5)).campaign())
                .isEqualTo(WELL);
        var several = afterAnnouncement().tx().announce(SCHOOL).tx();
        assertThat(only(several.transfer(DOLLAR, BUDI, SITI, 5)).campaign()).isNull();
        var none = afterAnnouncement().tx().close(WELL).tx();
        assertThat(only(none.transfer(DOLLAR, BUDI, SITI, 5)).campaign()).isNull();
        var oneLeft = afterAnnouncement().tx().announce(SCHOOL).close(WELL).tx();
        assertThat(only(oneLeft.transfer(DOLLAR, BUDI, SITI, 5)).campaign()).isEqualTo(SCHOOL);
    }

    // Rule 5

    @Test
    void aPlainNativeTransferIsTaggedByItsDataOrElseDirect() {
        var tagged =
                only(
                        afterAnnouncement()
                                .tx()
                                .announce(SCHOOL)
                                .tx()
                                .pay(BUDI, SITI, 5, SCHOOL.numberBytes()));
        assertThat(tagged.way()).isEqualTo(Way.TAGGED);
        assertThat(tagged.campaign()).isEqualTo(SCHOOL);
        assertThat(tagged.token()).isEqualTo(NATIVE);
        var never = only(afterAnnouncement().tx().pay(BUDI, SITI, 5, NEVER.numberBytes()));
        assertThat(never.way()).isEqualTo(Way.DIRECT);
        assertThat(never.campaign()).isEqualTo(WELL);
        var longer = Arrays.copyOf(WELL.numberBytes(), 13);
        assertThat(only(afterAnnouncement().tx().pay(BUDI, SITI, 5, longer)).way())
                .isEqualTo(Way.DIRECT);
    }

    @Test
    void aNativeTransferComesBeforeTheLogsOfItsTransaction() {
        var script = chain().tx().announce(SCHOOL).tx().pay(BUDI, SITI, 5, new byte[0]);
        assertThat(only(script.announce(WELL)).campaign()).isEqualTo(SCHOOL);
    }

    // Rule 6

    @Test
    void whoGivesToThemselvesIsMarked() {
        assertThat(only(afterAnnouncement().tx().transfer(DOLLAR, SITI, SITI, 5)).isSelf())
                .isTrue();
        assertThat(only(afterAnnouncement().tx().transfer(DOLLAR, BUDI, SITI, 5)).isSelf())
                .isFalse();
    }

    @Test
    void aTaggedGiftToAClosedCampaignIsMarkedAfterClosing() {
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .close(WELL)
                                .tx()
                                .pay(BUDI, SITI, 5, WELL.numberBytes()));
        assertThat(entry.campaign()).isEqualTo(WELL);
        assertThat(entry.isAfterClosing()).isTrue();
    }

    // Rule 7

    @Test
    void aLoggedNativeTransferIsNamedByItsLogAlone() {
        for (var isRead : new boolean[] {true, false}) {
            var script = afterAnnouncement().tx().otherLog();
            if (isRead) {
                script.pay(BUDI, SITI, 5, new byte[0]);
            }
            var entry = only(script.transfer(Token.NATIVE_LOGGER, BUDI, SITI, 5));
            assertThat(entry.position()).isEqualTo(Position.ofLog(101, 1));
            assertThat(entry.token()).isEqualTo(NATIVE);
            assertThat(entry.way()).isEqualTo(Way.DIRECT);
        }
    }

    @Test
    void aLoggedNativeTransferIsTaggedByItsTransactionsData() {
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .announce(SCHOOL)
                                .tx()
                                .call(SITI, SCHOOL.numberBytes())
                                .transfer(Token.NATIVE_LOGGER, BUDI, SITI, 5));
        assertThat(entry.way()).isEqualTo(Way.TAGGED);
        assertThat(entry.campaign()).isEqualTo(SCHOOL);
        var elsewhere =
                afterAnnouncement()
                        .tx()
                        .call(ANI, WELL.numberBytes())
                        .transfer(Token.NATIVE_LOGGER, ANI, SITI, 5);
        assertThat(only(elsewhere).way()).isEqualTo(Way.DIRECT);
    }

    @Test
    void aDonationOfNativeCoinTakesItsLog() {
        var contract = Books.ORIGIN.contract();
        var entry =
                only(
                        afterAnnouncement()
                                .tx()
                                .transfer(Token.NATIVE_LOGGER, BUDI, contract, 5)
                                .donation(WELL, BUDI, NATIVE, 5)
                                .transfer(Token.NATIVE_LOGGER, contract, SITI, 5));
        assertThat(entry.way()).isEqualTo(Way.CONTRACT);
        assertThat(entry.donor()).isEqualTo(BUDI);
        assertThat(entry.position()).isEqualTo(Position.ofLog(101, 1));
        var another =
                judge(
                        afterAnnouncement()
                                .tx()
                                .donation(WELL, BUDI, NATIVE, 5)
                                .transfer(Token.NATIVE_LOGGER, contract, SITI, 5)
                                .transfer(Token.NATIVE_LOGGER, contract, SITI, 5));
        assertThat(another.entries()).hasSize(2);
    }

    @Test
    void nativeCoinMovedInsideATransactionCountsWhereItIsLogged() {
        var script = afterAnnouncement().tx().pay(BUDI, SITI, 5, new byte[0]);
        var entries =
                judge(
                                script.transfer(Token.NATIVE_LOGGER, BUDI, SITI, 5)
                                        .transfer(Token.NATIVE_LOGGER, ANI, SITI, 7)
                                        .transfer(Token.NATIVE_LOGGER, BUDI, SITI, 5))
                        .entries();
        assertThat(entries).extracting(NewEntry::way).containsOnly(Way.DIRECT);
        assertThat(entries).extracting(entry -> entry.amount().intValue()).containsExactly(5, 7, 5);
    }

    // Rule 8

    @Test
    void whatABeneficiarySendsIsListedFromItsAnnouncementOn() {
        var judgement =
                judge(
                        chain().tx()
                                .transfer(DOLLAR, SITI, BUDI, 1)
                                .pay(SITI, BUDI, 2, new byte[0])
                                .announce(WELL)
                                .transfer(DOLLAR, SITI, BUDI, 4)
                                .transfer(DOLLAR, SITI, BUDI, 0)
                                .transfer(UNLISTED, SITI, BUDI, 8)
                                .tx()
                                .pay(SITI, ANI, 16, new byte[0]));
        assertThat(judgement.outgoing())
                .extracting(sent -> sent.amount().intValue())
                .containsExactlyInAnyOrder(4, 16);
        assertThat(judgement.outgoing()).extracting(NewOutgoing::beneficiary).containsOnly(SITI);
        assertThat(judgement.entries()).isEmpty();
    }

    @Test
    void aTransferBetweenBeneficiariesIsAnEntryOfOneAndGoesOutOfTheOther() {
        var other = new CampaignId(BUDI, BigInteger.ONE);
        var judgement =
                judge(
                        afterAnnouncement()
                                .tx()
                                .announce(other)
                                .tx()
                                .transfer(DOLLAR, SITI, BUDI, 5));
        assertThat(judgement.entries()).extracting(NewEntry::beneficiary).containsExactly(BUDI);
        assertThat(judgement.outgoing()).extracting(NewOutgoing::beneficiary).containsExactly(SITI);
    }

    @Test
    void aLoggedNativeTransferGoesOutOnce() {
        var judgement =
                judge(
                        afterAnnouncement()
                                .tx()
                                .pay(SITI, BUDI, 5, new byte[0])
                                .transfer(Token.NATIVE_LOGGER, SITI, BUDI, 5));
        assertThat(judgement.outgoing())
                .extracting(NewOutgoing::position)
                .containsExactly(Position.ofLog(101, 0));
    }
}
