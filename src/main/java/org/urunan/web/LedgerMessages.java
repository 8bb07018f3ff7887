package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the ledger, of donors and of beneficiaries. The texts are in {@code
 * messages/ledger_*.properties}.
 */
@MessageBundle("ledger")
public interface LedgerMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String campaignTitle();

    @Message
    String filters();

    @Message
    String filterCampaign();

    @Message
    String filterDonor();

    @Message
    String filterBeneficiary();

    @Message
    String filterToken();

    @Message
    String filterWay();

    @Message
    String filterFrom();

    @Message
    String filterTo();

    @Message
    String apply();

    @Message
    String clear();

    @Message
    String totals();

    @Message
    String totalsOfAll();

    @Message
    String totalsOfCampaign();

    @Message
    String totalsOfBeneficiary();

    @Message
    String chart();

    @Message
    String chartSummary(String count, String days, String most, String day);

    @Message
    String entries();

    @Message
    String none();

    @Message
    String noneYet();

    @Message
    String export();

    @Message
    String csv();

    @Message
    String json();

    @Message
    String atom();

    @Message
    String beneficiaryTitle();

    @Message
    String beneficiaryLead();

    @Message
    String beneficiaryUnknown();

    @Message
    String itsCampaigns();

    @Message
    String received();

    @Message
    String donorTitle();

    @Message
    String donorLead();

    @Message
    String donorNone();

    @Message
    String itsDonations();

    @Message
    String newestTo();

    @Message
    String seeInLedger();

    @Message
    String feedTitle();

    @Message
    String feedCampaignTitle(String title);

    @Message
    String feedEntry(String amount, String campaign);

    @Message
    String moneyTitle();

    @Message
    String moneyLead();

    @Message
    String notCompared();

    @Message
    String unexplainedHint();

    @Message
    String opening();

    @Message
    String plusReceived();

    @Message
    String minusSent();

    @Message
    String balance();

    @Message
    String atBlock(String block);

    @Message
    String unexplained();

    @Message
    String notKnown();

    @Message
    String outgoing();

    @Message
    String outgoingNone();

    @Message
    String to();

    @Message
    String transaction();
}
